import { html, type TemplateResult } from 'lit';
import { renderText } from '../content/text.js';
import type { Messages } from '../i18n/messages.js';
import type { Outgoing } from '../model/discussion-state.js';
import type { Row } from './row-list.js';

/** The rows of comments on their way: seen at once, and told apart from what is in the discussion. */
export function outgoingRows(outgoing: readonly Outgoing[], messages: Messages): readonly Row[] {
  return outgoing.map((one) => ({
    id: `outgoing-${one.submitKey}`,
    className: 'row',
    view: { one, messages },
    draw: () => draw(one, messages),
  }));
}

function draw({ name, body, delivery }: Outgoing, messages: Messages): TemplateResult {
  const isSending = delivery === 'sending';
  return html`<div part="outgoing" class=${isSending ? 'sending' : ''} aria-busy=${isSending}><header class="small"><bdi part="author" class="author">${
    name || messages.anonymous
  }</bdi><span part="note" class="muted">${isSending ? messages.sending : messages.notPosted}</span></header><div part="body" class="body" dir="auto">${renderText(body)}</div></div>`;
}
