import { html, type ReactiveController, type TemplateResult } from 'lit';
import { copyText } from '../page/clipboard.js';
import type { FormHost } from './draft-controller.js';

/**
 * Buttons to copy or discard a text that can no longer be sent.
 *
 * @csspart copy - Copies a text that cannot be posted.
 */
export class UnsendableText implements ReactiveController {
  readonly #form: FormHost;
  /** Whether the text was copied, as a message; empty before the first attempt. */
  #copyResult = '';

  constructor(form: FormHost) {
    this.#form = form;
    form.addController(this);
  }

  hostDisconnected(): void {
    this.#copyResult = '';
  }

  render(onDiscard: () => void): TemplateResult {
    const { messages } = this.#form;
    return html`
      <div part="composer-foot" class="foot small">
        <span class="start">${this.#copyResult}</span>
        <button part="button discard" class="muted" type="button" @click=${onDiscard}>${messages.discard}</button>
        <button part="button copy" class="primary" type="button" @click=${this.#onCopy}>${messages.copyText}</button>
      </div>
    `;
  }

  readonly #onCopy = async (): Promise<void> => {
    const { messages, announce } = this.#form;
    const textarea = this.#form.querySelector('textarea');
    const isCopied = textarea !== null && (await copyText(textarea.value));
    this.#copyResult = isCopied ? messages.textCopied : messages.copyRefused;
    if (!isCopied) {
      // For the reader to copy.
      textarea?.focus();
      textarea?.select();
    }
    announce(this.#copyResult);
    this.#form.requestUpdate();
  };
}
