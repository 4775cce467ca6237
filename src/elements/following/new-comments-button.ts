import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import { raise } from '../command.js';

/** Offers the comments that have arrived. It takes no room, so nothing moves when it appears. */
export function newCommentsButton(
  count: number,
  { messages, formats }: { readonly messages: Messages; readonly formats: Formats },
): TemplateResult {
  const button = html`
    <button part="button view-new" class="arrivals small" type="button" @click=${raise({ type: 'show-new', below: null })}>
      ${messages.viewNew(count, formats.number(count))}
    </button>
  `;
  return html`<div part="new" class="new-space">${count > 0 ? button : nothing}</div>`;
}
