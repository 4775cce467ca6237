import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import { moduleFailure } from '../frame/failure.js';
import { LazyModule } from '../lazy-module.js';
import type { Section } from '../section.js';
import { type InputFormat, inputFormat } from './input-format.js';

/** A form with one text box. */
type Form = ReactiveControllerHost &
  HTMLElement & {
    readonly section: Section;
  };

/** The toolbar and the preview of a form, where the backend reads Markdown or HTML. Their code is fetched with the first such form. */
export class WritingAids {
  /** Whether the preview is in the place of the text box. The box stays, hidden, with its text and its history. */
  isPreviewing = false;
  readonly #form: Form;
  readonly #commentId: () => CommentId | undefined;
  readonly #elements: LazyModule<unknown>;

  /** `commentId`: the comment that the form belongs to; undefined in the form for new comments. */
  constructor(form: Form, commentId: () => CommentId | undefined) {
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
        .onUse=${() => section.done('toolbar', this.#commentId())}
      ></article-comments-toolbar>
    `;
  }

  /** Ends the preview: the text is posted, or another one is in the box. */
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
    if (this.isPreviewing) form.section.done('preview', this.#commentId());
    else form.section.announce(this.#box?.labels[0]?.textContent.trim() ?? '');
  };
}
