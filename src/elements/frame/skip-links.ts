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
