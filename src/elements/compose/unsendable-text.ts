import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';

interface UnsendableText {
  readonly messages: Messages;
  /** Why the text cannot be sent. */
  readonly text: string;
  /** What became of copying, if that was tried. */
  readonly copied: string;
  readonly onDiscard: () => unknown;
  readonly onCopy: () => unknown;
}

/** What is left of a form that can no longer be sent: the text, and the way to take it along. */
export function unsendableText({ messages, text, copied, onDiscard, onCopy }: UnsendableText): TemplateResult {
  return html`<p part="kept" class="outcome small">${text}</p><div part="composer-foot" class="foot small"><span class="start">${copied}</span><button part="button discard" class="muted" type="button" @click=${onDiscard}>${messages.discard}</button><button part="button copy" class="primary" type="button" @click=${onCopy}>${messages.copyText}</button></div>`;
}
