import { html, type TemplateResult } from 'lit';
import { renderText } from '../../content/text.js';
import type { Messages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import type { Outgoing } from '../../model/discussion/discussion-state.js';
import type { Row } from './comment-list.js';

/** The comments on their way to the backend as rows, by the comment they reply to. They are not articles yet. */
export function outgoingRows(outgoing: readonly Outgoing[], messages: Messages): ReadonlyMap<CommentId | null, readonly Row[]> {
  const rows = new Map<CommentId | null, Row[]>();
  for (const one of outgoing) {
    const row = { key: `outgoing-${one.submitKey}`, inputs: [one, messages], draw: () => outgoingRow(one, messages) };
    rows.set(one.parentId, [...(rows.get(one.parentId) ?? []), row]);
  }
  return rows;
}

function outgoingRow({ submitKey, parentId, name, body, delivery }: Outgoing, messages: Messages): TemplateResult {
  const isSending = delivery === 'sending';
  return html`
    <li id="outgoing-${submitKey}" class="row ${parentId === null ? '' : 'answer d1'} ${isSending ? 'sending' : ''}" role="listitem" tabindex="-1">
      <div part="outgoing">
        <header class="small">
          <bdi part="author" class="author">${name || messages.anonymous}</bdi>
          <span part="note" class="muted">${isSending ? messages.sending : messages.notPosted}</span>
        </header>
        <div part="body" class="body" dir="auto">${renderText(body)}</div>
      </div>
    </li>
  `;
}
