import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';

/** What has become of a comment that the backend took, and the way to it where it is to be seen. */
export function submitResult(
  { text, id }: { readonly text: string; readonly id: CommentId | undefined },
  messages: Messages,
  showComment: (id: CommentId) => unknown,
): TemplateResult {
  const show = (): unknown => id && showComment(id);
  return html`<p part="outcome" class="outcome small">${text}${
    id === undefined
      ? nothing
      : html`<button part="button show" class="link after" type="button" @click=${show}>${messages.showComment}</button>`
  }</p>`;
}
