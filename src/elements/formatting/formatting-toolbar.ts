import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import { FORMATTING_KEYS, type Formatting, pressedFormatting } from './formatting-keys.js';
import type { InputFormat } from './input-format.js';
import { addLink, removeLink, type SelectedText, type TextChange, toggleEmphasis, toggleQuote } from './markup.js';

const FORMATTINGS: readonly Formatting[] = ['bold', 'italic', 'quote', 'link'];

/**
 * The buttons that format the selection in the text box of a form, and their keyboard shortcuts. The toolbar is one tab stop; arrow keys
 * move between its buttons (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/).
 *
 * @csspart toolbar - The formatting buttons.
 * @csspart format - In the toolbar: formats the selected text.
 * @csspart preview-toggle - Switches between preview and text box.
 */
export class FormattingToolbar extends LitElement {
  static override properties: PropertyDeclarations = {
    format: { attribute: false },
    messages: { attribute: false },
    onUse: { attribute: false },
    isPreviewing: { attribute: false },
    isLinking: { state: true },
    current: { state: true },
  };

  /** The format that the backend reads. */
  format: InputFormat = 'markdown';
  messages!: MessagesWith<TakingPartMessages>;
  /** Called when the reader formats something for the first time. */
  onUse!: () => void;
  /** Whether the preview replaces the text box. */
  isPreviewing = false;
  /** Shows the preview, or the text box again. */
  togglePreview!: () => void;

  /** Whether the form for the address of a link is open. */
  private isLinking = false;
  /** The index of the button that the Tab key focuses. */
  private current = 0;
  #form: HTMLFormElement | null = null;
  #isUsed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#form = this.closest('form');
    this.#form?.addEventListener('keydown', this.#onFormKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#form?.removeEventListener('keydown', this.#onFormKey);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { messages, isPreviewing } = this;
    const { formatting, preview, edit } = messages;
    const id = this.#box?.id ?? '';
    const buttons = isPreviewing ? [] : FORMATTINGS;
    const last = buttons.length;
    // The last button is no part of the list: it must stay the same element, because it has the focus.
    return html`
      <div
        part="toolbar"
        class="toolbar small"
        role="toolbar"
        aria-label=${formatting.toolbar}
        aria-controls=${id}
        @keydown=${this.#onKey}
        @focusin=${this.#onFocus}
      >
        ${buttons.map((name, index) => this.#renderButton(name, index))}
        <button
          part="button preview-toggle"
          class="preview-toggle"
          type="button"
          tabindex=${isPreviewing || this.current >= last ? 0 : -1}
          @click=${this.#onTogglePreview}
        >
          ${isPreviewing ? edit : preview}
        </button>
      </div>
      ${this.isLinking && !isPreviewing ? this.#renderLinkForm(id) : nothing}
    `;
  }

  #renderButton(name: Formatting, index: number): TemplateResult {
    const key = FORMATTING_KEYS[name];
    return html`
      <button
        part="button format"
        class="as-${name}"
        type="button"
        tabindex=${index === this.current ? 0 : -1}
        aria-keyshortcuts=${key ? `Control+${key.toUpperCase()} Meta+${key.toUpperCase()}` : nothing}
        aria-expanded=${ifDefined(name === 'link' ? (`${this.isLinking}` as const) : undefined)}
        @mousedown=${keepFocus}
        @click=${() => this.#apply(name)}
      >
        ${this.messages.formatting[name]}
      </button>
    `;
  }

  #renderLinkForm(id: string): TemplateResult {
    return html`
      <article-comments-link-form
        part="link-form"
        class="small"
        .fieldId=${`link-${id}`}
        .messages=${this.messages}
        .add=${(url: string) => this.#link(url)}
        .cancel=${() => this.#closeLinkForm()}
      ></article-comments-link-form>
    `;
  }

  get #box(): HTMLTextAreaElement | null {
    return this.#form?.querySelector('textarea') ?? null;
  }

  get #buttons(): readonly HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('[role=toolbar] button')];
  }

  #apply(formatting: Formatting): void {
    const { format } = this;
    if (formatting === 'link') this.#toggleLink();
    else
      this.#change((selected) =>
        formatting === 'quote' ? toggleQuote(selected, format) : toggleEmphasis(selected, formatting, format),
      );
  }

  /** Changes the text. Returns false if it is being sent, or if `make` has nothing to change. */
  #change(make: (selected: SelectedText) => TextChange | undefined): boolean {
    const box = this.#box;
    if (!box || box.readOnly) return false;
    const change = make({ text: box.value, start: box.selectionStart, end: box.selectionEnd });
    if (!change) return false;
    changeText(box, change);
    if (!this.#isUsed) this.onUse();
    this.#isUsed = true;
    return true;
  }

  #toggleLink(): void {
    if (this.isLinking) this.#closeLinkForm();
    else if (!this.#change((selected) => removeLink(selected, this.format))) this.isLinking = !this.#box?.readOnly;
  }

  #link(url: string): void {
    this.#closeLinkForm();
    this.#change((selected) => addLink(selected, url, this.format));
  }

  #closeLinkForm(): void {
    this.isLinking = false;
    this.#box?.focus();
  }

  readonly #onTogglePreview = (): void => {
    this.isLinking = false;
    this.togglePreview();
  };

  /** Handles keys in the text box. */
  readonly #onFormKey = (event: KeyboardEvent): void => {
    const formatting = event.target === this.#box ? pressedFormatting(event) : undefined;
    if (!formatting) return;
    event.preventDefault();
    this.#apply(formatting);
  };

  /** Handles keys in the toolbar. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = this.#buttons;
    const index = buttons.indexOf(event.target as HTMLButtonElement);
    const isRightToLeft = getComputedStyle(this).direction === 'rtl';
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: index + (isRightToLeft ? -1 : 1),
      ArrowLeft: index + (isRightToLeft ? 1 : -1),
      Home: 0,
      End: buttons.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined || index < 0) return;
    event.preventDefault();
    buttons.at(next % buttons.length)?.focus();
  };

  readonly #onFocus = ({ target }: FocusEvent): void => {
    const index = this.#buttons.indexOf(target as HTMLButtonElement);
    // During a preview there is only the last button.
    if (index >= 0) this.current = this.isPreviewing ? FORMATTINGS.length : index;
  };
}

/** Changes the text of a box the way typing does, so that undo, drafts and counters follow. Focuses the box. */
function changeText(box: HTMLTextAreaElement, { from, to, insert, start, end }: TextChange): void {
  box.focus();
  box.setSelectionRange(from, to);
  // Any other way to change the text clears the undo history of the box.
  const isDone = insert ? document.execCommand('insertText', false, insert) : document.execCommand('delete');
  if (!isDone) {
    box.setRangeText(insert, from, to);
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  box.setSelectionRange(start, end);
}

/** Leaves the focus in the text box, so that the keyboard of a phone stays open. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-toolbar': FormattingToolbar;
  }
}
