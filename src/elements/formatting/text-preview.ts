import { html, LitElement, type PropertyDeclarations } from 'lit';
import { bodyElement } from '../../content/body-element.js';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import type { Body } from '../../model/adapter.js';
import { BodyRenderers } from '../list/body-renderers.js';

/** Shows a text as the list would. Uses the renderer of the list, which is loaded with the first preview. */
export class TextPreview extends LitElement {
  static override properties: PropertyDeclarations = {
    body: { attribute: false },
    messages: { attribute: false },
  };

  body!: Body;
  messages!: MessagesWith<TakingPartMessages>;
  /** Has screen readers read a text. */
  announce!: (text: string) => void;

  readonly #renderers = new BodyRenderers(this);
  #announced = '';

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): unknown {
    const { body, messages } = this;
    if (!this.#renderers.areReadyFor([body])) return undefined;
    const rendered = bodyElement(body, this);
    const isEmpty = rendered.textContent.trim() === '';
    this.#announceOnce(isEmpty ? messages.bodyMissing : messages.preview);
    return isEmpty ? html`<p class="muted small">${messages.bodyMissing}</p>` : rendered;
  }

  #announceOnce(text: string): void {
    if (this.#announced !== text) this.announce(text);
    this.#announced = text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-preview': TextPreview;
  }
}
