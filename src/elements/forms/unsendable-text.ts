import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { copyText } from './copy-text.js';

interface UnsendableTextHost extends ReactiveControllerHost, HTMLElement {
  readonly messages: Messages;
  readonly announce: (text: string) => void;
}

/** What is left of a form whose text cannot be sent any more: the reason, and the ways to take the text along or drop it. */
export class UnsendableText implements ReactiveController {
  readonly #host: UnsendableTextHost;
  readonly #onDiscard: () => unknown;
  /** What became of copying the text; empty until that was tried. */
  #copied = '';

  constructor(host: UnsendableTextHost, onDiscard: () => unknown) {
    this.#host = host;
    this.#onDiscard = onDiscard;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#copied = '';
  }

  /** `reason`: why the text cannot be sent. */
  render(reason: string): TemplateResult {
    const { messages } = this.#host;
    return html`
      <p part="kept" class="outcome small">${reason}</p>
      <div part="composer-foot" class="foot small">
        <span class="start">${this.#copied}</span>
        <button part="button discard" class="muted" type="button" @click=${this.#onDiscard}>${messages.discard}</button>
        <button part="button copy" class="primary" type="button" @click=${this.#onCopy}>${messages.copyText}</button>
      </div>
    `;
  }

  readonly #onCopy = async (): Promise<void> => {
    const { messages, announce } = this.#host;
    const textarea = this.#host.querySelector('textarea');
    this.#copied = textarea && (await copyText(textarea)) ? messages.textCopied : messages.copyRefused;
    announce(this.#copied);
    this.#host.requestUpdate();
  };
}
