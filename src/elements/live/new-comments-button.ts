import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';

/** Tells of comments that have arrived. It takes no room, so that nothing moves when it comes. */
export function newComments(
  count: number,
  { messages, formats, onView }: { readonly messages: Messages; readonly formats: Formats; readonly onView: () => unknown },
): TemplateResult {
  return html`<div part="new" class="new-space">${
    count > 0
      ? html`<button part="button view-new" class="primary small" type="button" @click=${onView}>${messages.viewNew(count, formats.number(count))}</button>`
      : nothing
  }</div>`;
}
