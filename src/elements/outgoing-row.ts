import { html, type TemplateResult } from 'lit';
import { renderText } from '../content/text.js';
import type { Messages } from '../i18n/messages.js';
import type { Outgoing } from '../model/discussion-state.js';

/** A comment on its way: seen at once, and told apart from what is in the discussion. */
export function outgoingRow({ name, body, delivery }: Outgoing, messages: Messages): TemplateResult {
  const sending = delivery === 'sending';
  return html`<div part="outgoing" class=${sending ? 'sending' : ''} aria-busy=${sending}>
    <header class="small">
      <bdi part="author" class="author">${name || messages.anonymous}</bdi
      ><span class="muted">${sending ? messages.sending : messages.notPosted}</span>
    </header>
    <div class="body" dir="auto">${renderText(body)}</div>
  </div>`;
}
