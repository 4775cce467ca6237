import { reportAction } from '../report-action.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import type { SubmitForm } from '../forms/submit-form.js';
import { moduleFailure } from '../frame/failure.js';
import { LazyModule } from '../lazy-module.js';
import { type InputFormat, inputFormat } from './input-format.js';

/** The toolbar and the preview of a form with one text box, for backends that read Markdown or HTML. Loaded with the first such form. */
export class WritingAids {
  /** Whether the preview replaces the text box. The box is only hidden, so it keeps its text and undo history. */
  isPreviewing = false;
  readonly #form: SubmitForm;
  readonly #commentId: () => CommentId | undefined;
  readonly #elements: LazyModule<unknown>;

  /** `commentId`: the comment that the form belongs to. Undefined in the form for new comments. */
  constructor(form: SubmitForm, commentId: () => CommentId | undefined) {
    this.#form = form;
    this.#commentId = commentId;
    this.#elements = new LazyModule(form, async () => {
      const { defineFormatting } = await import('./formatting-elements.js');
      defineFormatting();
      return defineFormatting;
    });
  }

  render(): TemplateResult | typeof nothing {
    const { section } = this.#form;
    const { messages } = section;
    const format = inputFormat(section);
    if (!format) return nothing;
    if (!this.#elements.request()) return moduleFailure(this.#elements, messages);
    return html`
      ${this.isPreviewing ? this.#renderPreview(format) : nothing}
      <article-comments-toolbar
        .format=${format}
        .messages=${messages}
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
