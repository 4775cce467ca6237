import { html, type TemplateResult } from 'lit';
import { renderText } from '../../content/text.js';
import type { Messages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import type { Outgoing } from '../../model/discussion/discussion-state.js';
import type { Row } from './row-list.js';

/**
 * The rows of comments on their way, by the comment that they answer: seen at once, and told apart from what is in the
 * discussion. They are no articles yet.
 */
export function outgoingRows(outgoing: readonly Outgoing[], messages: Messages): ReadonlyMap<CommentId | null, readonly Row[]> {
  const rows = new Map<CommentId | null, Row[]>();
  for (const { submitKey, parentId, name, body, delivery } of outgoing) {
    const isSending = delivery === 'sending';
    const draw = (): TemplateResult =>
      html`<div part="outgoing"><header class="small"><bdi part="author" class="author">${name || messages.anonymous}</bdi><span part="note" class="muted">${
        isSending ? messages.sending : messages.notPosted
      }</span></header><div part="body" class="body" dir="auto">${renderText(body)}</div></div>`;
    const className = isSending ? 'sending' : '';
    const row = { id: `outgoing-${submitKey}`, className, depth: parentId === null ? 0 : 1, draw };
    rows.set(parentId, [...(rows.get(parentId) ?? []), row]);
  }
  return rows;
}
