import { html, type TemplateResult } from 'lit';
import { renderText } from '../content/text.js';
import type { Messages } from '../i18n/messages.js';
import type { Outgoing } from '../model/discussion-state.js';
import type { Row } from './row-list.js';

/** The rows of comments on their way: seen at once, and told apart from what is in the discussion. They are no articles yet. */
export function outgoingRows(outgoing: readonly Outgoing[], messages: Messages): readonly Row[] {
  return outgoing.map(({ submitKey, name, body, delivery }) => {
    const isSending = delivery === 'sending';
    const draw = (): TemplateResult =>
      html`<div part="outgoing"><header class="small"><bdi part="author" class="author">${name || messages.anonymous}</bdi><span part="note" class="muted">${
        isSending ? messages.sending : messages.notPosted
      }</span></header><div part="body" class="body" dir="auto">${renderText(body)}</div></div>`;
    return { id: `outgoing-${submitKey}`, className: isSending ? 'row sending' : 'row', view: { body, name, delivery, messages }, draw };
  });
}
