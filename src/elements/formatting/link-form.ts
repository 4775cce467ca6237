import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';

/**
 * Asks for the address of a link, below the toolbar. It is inside the comment form, so it cannot be a `<form>` itself.
 *
 * @csspart link-form - The form for the address of a link.
 * @csspart add-link - Turns the selected text into a link.
 */
export class LinkForm extends LitElement {
  static override properties: PropertyDeclarations = {
    fieldId: { attribute: false },
    messages: { attribute: false },
    isWrong: { state: true },
  };

  /** An id that no other field in the section has. */
  fieldId = '';
  messages!: MessagesWith<TakingPartMessages>;
  /** Called with an address that is safe to follow. */
  add!: (url: string) => void;
  cancel!: () => void;

  private isWrong = false;

  constructor() {
    super();
    // The address is not part of the comment: its form must not save or count it.
    this.addEventListener('input', (event) => {
      event.stopPropagation();
      this.isWrong = false;
    });
    this.addEventListener('keydown', this.#onKey);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    this.#field?.focus();
  }

  protected override render(): TemplateResult {
    const { messages, fieldId, isWrong } = this;
    return html`
      <label part="label" for=${fieldId}>${messages.linkAddress}</label>
      <input
        part="input"
        id=${fieldId}
        type="url"
        inputmode="url"
        autocomplete="off"
        dir="ltr"
        placeholder="https://"
        aria-invalid=${isWrong}
        aria-describedby="${fieldId}-problem"
      />
      <p id="${fieldId}-problem" part="problem" class="problem small">${isWrong ? messages.websiteInvalid : ''}</p>
      <div class="foot">
        <button part="button cancel" class="muted" type="button" @click=${() => this.cancel()}>${messages.cancel}</button>
        <button part="button add-link" class="primary" type="button" @click=${this.#onAdd}>${messages.addLink}</button>
      </div>
    `;
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  readonly #onAdd = (): void => {
    const url = safeUrl(this.#field?.value.trim());
    if (url) return this.add(url);
    this.isWrong = true;
    this.#field?.focus();
  };

  /** Keeps Enter from posting the comment and Escape from closing its form. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const isField = event.target === this.#field;
    if (event.key === 'Escape') this.cancel();
    else if (event.key === 'Enter' && isField) this.#onAdd();
    else if (event.key !== 'Enter') return;
    if (isField) event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-link-form': LinkForm;
  }
}
