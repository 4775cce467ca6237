import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { LegalMessages, Messages } from '../../i18n/messages.js';

/** The button that copies a notice for its sender. Where the browser refuses, the text is shown and selected. */
export class NoticeCopy extends LitElement {
  static override properties: PropertyDeclarations = {
    text: { attribute: false },
    words: { attribute: false },
    messages: { attribute: false },
    announce: { attribute: false },
    outcome: { state: true },
  };

  text!: string;
  words!: LegalMessages;
  messages!: Messages;
  /** Says something to screen readers. */
  announce!: (text: string) => void;
  private outcome: 'copied' | 'refused' | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { text, words, messages, outcome } = this;
    const said = outcome && { copied: words.copied, refused: messages.copyRefused }[outcome];
    const box = html`<textarea
      part="textbox"
      class="notice-copy"
      readonly
      aria-label=${words.copyLabel}
      .value=${text}
    ></textarea>`;
    return html`
      <button part="button copy-notice" class="link" type="button" @click=${this.#onCopy}>${words.copy}</button>
      ${said ? html`<span class="muted">${said}</span>` : nothing}${outcome === 'refused' ? box : nothing}
    `;
  }

  readonly #onCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = 'copied';
      this.announce(this.words.copied);
    } catch {
      this.outcome = 'refused';
      this.announce(this.messages.copyRefused);
      await this.updateComplete;
      const box = this.querySelector('textarea');
      box?.focus();
      box?.select();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-notice-copy': NoticeCopy;
  }
}
