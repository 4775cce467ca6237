import { html, type TemplateResult } from 'lit';
import type { ChangingMessages, TakingPartMessages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import { defineOnce } from '../define-once.js';
import { formStyles } from '../forms/forms.styles.js';
import type { Feature, Section } from '../section.js';
import { EditForm } from './edit-form.js';

/**
 * Edits comments.
 *
 * @csspart edit-form - The form that changes a comment.
 *
 * @action open-edit - The form that edits a comment was opened.
 * @action close-edit - The form that edits a comment was closed, by the reader or because the edit was saved.
 */
class Editing implements Feature<never, 'edit'> {
  static readonly styles = formStyles;
  readonly #section: Section<TakingPartMessages & ChangingMessages>;

  constructor(section: Section<TakingPartMessages & ChangingMessages>) {
    this.#section = section;
    defineOnce('article-comments-edit-form', EditForm);
  }

  readonly panels = {
    edit: (comment: Comment): unknown => {
      const notice = this.#section.formNotice(true);
      return notice?.takesPlace ? notice.content : this.#render(comment);
    },
  };

  #render(comment: Comment): TemplateResult {
    return html`
      <article-comments-edit-form
        part="edit-form"
        class="panel"
        .section=${this.#section}
        .comment=${comment}
        .snapshot=${this.#section.store.state}
      ></article-comments-edit-form>
    `;
  }
}

export const features = [Editing] as const;
