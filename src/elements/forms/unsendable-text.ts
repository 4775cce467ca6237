import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';

interface UnsendableText {
  readonly messages: Messages;
  /** Why the text cannot be sent. */
  readonly reason: string;
  /** What became of copying it; empty until that was tried. */
  readonly copied: string;
  readonly onDiscard: () => unknown;
  readonly onCopy: () => unknown;
}

/** What is left of a form whose text cannot be sent any more: the reason, and the ways to take the text along or drop it. */
export function unsendableText({ messages, reason, copied, onDiscard, onCopy }: UnsendableText): TemplateResult {
  return html`
    <p part="kept" class="outcome small">${reason}</p>
    <div part="composer-foot" class="foot small">
      <span class="start">${copied}</span>
      <button part="button discard" class="muted" type="button" @click=${onDiscard}>${messages.discard}</button>
      <button part="button copy" class="primary" type="button" @click=${onCopy}>${messages.copyText}</button>
    </div>
  `;
}
