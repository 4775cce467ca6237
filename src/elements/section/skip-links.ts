import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { raise } from '../command.js';

/** A way past the form or the list for those who go on with Tab. Seen while it has the focus. */
export function skipLink(to: 'list' | 'end', { skipToComments, skipToEnd }: Messages): TemplateResult {
  return html`
    <button part="button skip" class="primary small skip" type="button" @click=${raise({ type: 'skip', to })}>
      ${to === 'list' ? skipToComments : skipToEnd}
    </button>
  `;
}

/** Where the list ends, for those who have skipped it. */
export function endOfList(messages: Messages): TemplateResult {
  return html`<p part="end" class="muted small skip" tabindex="-1">${messages.endOfComments}</p>`;
}
