import { html, type TemplateResult } from 'lit';
import { renderText } from '../../content/render-body.js';
import type { Messages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import type { Outgoing } from '../../model/state/discussion-state.js';
import type { Row } from '../section.js';

/** The comments on their way to the backend as rows, by the comment they reply to. They are not articles yet. */
export function outgoingRows(
  outgoing: readonly Outgoing[],
  messages: Messages,
): ReadonlyMap<CommentId | null, readonly Row[]> {
  const rows = new Map<CommentId | null, Row[]>();
  for (const one of outgoing) {
    const { submitKey, parentId, delivery } = one;
    const className = `${parentId === null ? '' : 'answer d1'} ${delivery === 'sending' ? 'sending' : ''}`;
    const draw = () => ({ className, template: outgoingRow(one, messages) });
    const row = { id: `outgoing-${submitKey}`, draw };
    rows.set(parentId, [...(rows.get(parentId) ?? []), row]);
  }
  return rows;
}

function outgoingRow({ name, body, delivery }: Outgoing, messages: Messages): TemplateResult {
  return html`
    <div part="outgoing">
      <header class="small">
        <bdi part="author" class="author">${name || messages.anonymous}</bdi>
        <span part="note" class="muted">${delivery === 'sending' ? messages.sending : messages.perhapsPosted}</span>
      </header>
      <div part="body" class="body" dir="auto">${renderText(body)}</div>
    </div>
  `;
}
