import { html, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';

interface KeptText {
  readonly messages: Messages;
  /** What became of copying, if that was tried. */
  readonly copied: string;
  readonly onDiscard: () => unknown;
  readonly onCopy: () => unknown;
}

/** What is left of the form when the discussion takes no more: the text, and the way to take it along. */
export function keptText({ messages, copied, onDiscard, onCopy }: KeptText): TemplateResult {
  return html`<p part="kept" class="outcome small">${messages.closedWhileWriting}</p><div part="composer-foot" class="foot small"><span class="start">${copied}</span><button part="button discard" class="muted" type="button" @click=${onDiscard}>${messages.discard}</button><button part="button copy" class="primary" type="button" @click=${onCopy}>${messages.copyText}</button></div>`;
}
