/** Loaded with the first form whose text may be formatted: the toolbar, the form for a link, and the preview. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Body, CommentId } from '../../model/adapter.js';
import { defineOnce } from '../define-once.js';
import type { SubmitForm } from '../forms/submit-form.js';
import { reportAction } from '../report-action.js';
import { formattingStyles } from './formatting.styles.js';
import { FormattingToolbar } from './formatting-toolbar.js';
import type { InputFormat } from './input-format.js';
import { LinkForm } from './link-form.js';
import { bodyElement } from '../../content/body-element.js';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import { BodyRenderers } from '../list/body-renderers.js';

/** Shows a text as the list would. Uses the renderer of the list, which is loaded with the first preview. */
class TextPreview extends LitElement {
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

/**
 * The toolbar and the preview of a form with one text box, for backends that read Markdown or HTML.
 *
 * @csspart preview - The formatted text.
 *
 * @action toolbar - A text was formatted with the toolbar or its keys. Once for each form.
 * @action preview - The preview of a text was opened.
 */
export class WritingAids {
  /** Whether the preview replaces the text box. The box is only hidden, so it keeps its text and undo history. */
  isPreviewing = false;
  readonly #form: SubmitForm;
  readonly #commentId: () => CommentId | undefined;

  /** `commentId`: the comment that the form belongs to. Undefined in the form for new comments. */
  constructor(form: SubmitForm, commentId: () => CommentId | undefined) {
    this.#form = form;
    this.#commentId = commentId;
    form.section.adoptStyles(formattingStyles);
    defineOnce('article-comments-toolbar', FormattingToolbar);
    defineOnce('article-comments-link-form', LinkForm);
    defineOnce('article-comments-preview', TextPreview);
  }

  render(format: InputFormat): TemplateResult {
    const { section } = this.#form;
    return html`
      ${this.isPreviewing ? this.#renderPreview(format) : nothing}
      <article-comments-toolbar
        .format=${format}
        .messages=${section.messages}
        .isPreviewing=${this.isPreviewing}
        .togglePreview=${this.#onToggle}
        .onUse=${() => reportAction(section, 'toolbar', this.#commentId())}
      ></article-comments-toolbar>
    `;
  }

  /** Ends the preview, because the text is being posted or has been replaced. */
  showText(): void {
    if (!this.isPreviewing) return;
    this.isPreviewing = false;
    this.#form.requestUpdate();
  }

  #renderPreview(format: InputFormat): TemplateResult {
    const { messages, announce } = this.#form.section;
    return html`
      <article-comments-preview
        part="preview"
        class="preview"
        role="group"
        aria-label=${messages.preview}
        .body=${{ format, value: this.#box?.value ?? '' }}
        .messages=${messages}
        .announce=${announce}
      ></article-comments-preview>
    `;
  }

  get #box(): HTMLTextAreaElement | null {
    return this.#form.querySelector('textarea');
  }

  readonly #onToggle = (): void => {
    const form = this.#form;
    this.isPreviewing = !this.isPreviewing;
    form.requestUpdate();
    if (this.isPreviewing) reportAction(form.section, 'preview', this.#commentId());
    else form.section.announce(this.#box?.labels[0]?.textContent.trim() ?? '');
  };
}
