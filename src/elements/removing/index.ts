import { html, type TemplateResult } from 'lit';
import type { ChangingMessages, TakingPartMessages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import { defineOnce } from '../define-once.js';
import { formStyles } from '../forms/forms.styles.js';
import type { Feature, Section } from '../section.js';
import { RemoveForm } from './remove-form.js';

/**
 * Removes comments, and restores them.
 *
 * @csspart remove-form - The confirmation before a comment is removed.
 *
 * @action open-remove - The confirmation before a comment is removed was opened.
 * @action close-remove - The confirmation before a comment is removed was closed.
 */
export class Removing implements Feature<never, 'remove'> {
  static readonly styles = formStyles;
  readonly #section: Section<TakingPartMessages & ChangingMessages>;

  constructor(section: Section<TakingPartMessages & ChangingMessages>) {
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
