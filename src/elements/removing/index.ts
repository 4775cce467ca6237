import { html, type TemplateResult } from 'lit';
import type { Comment } from '../../model/adapter.js';
import { defineOnce } from '../define-once.js';
import type { Feature, Section } from '../section.js';
import { RemoveForm } from './remove-form.js';

/** Removes comments, and restores them. */
export class Removing implements Feature<never, 'remove'> {
  readonly #section: Section;

  constructor(section: Section) {
    this.#section = section;
    defineOnce('article-comments-remove-form', RemoveForm);
  }

  readonly panels = {
    remove: (comment: Comment): TemplateResult => html`
      <article-comments-remove-form
        part="remove-form"
        class="panel small"
        .section=${this.#section}
        .comment=${comment}
      ></article-comments-remove-form>
    `,
  };
}
