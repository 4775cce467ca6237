import { html, type TemplateResult } from 'lit';
import type { TakingPartMessages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import { defineOnce } from '../define-once.js';
import { formStyles } from '../forms/forms.styles.js';
import type { Notices } from '../legal/legal-notices.js';
import type { Feature, Section } from '../section.js';
import { LazyModule } from '../lazy-module.js';
import { ReportForm } from './report-form.js';

/**
 * Reporting comments to the moderators.
 *
 * @csspart report-form - The form that reports a comment.
 *
 * @action open-report - The form that reports a comment was opened.
 * @action close-report - The form that reports a comment was closed.
 */
class Reporting implements Feature<never, 'report'> {
  static readonly styles = formStyles;
  readonly #section: Section<TakingPartMessages>;
  readonly #notices: LazyModule<Notices>;

  constructor(section: Section<TakingPartMessages>) {
    this.#section = section;
    defineOnce('article-comments-report-form', ReportForm);
    this.#notices = new LazyModule(section.host, async () => {
      const [{ createNotices }, withMessages] = await section.withMessages(
        import('../legal/legal-notices.js'),
        'legal',
      );
      return createNotices(withMessages);
    });
  }

  readonly panels = { report: (comment: Comment): TemplateResult => this.#render(comment) };

  #render(comment: Comment): TemplateResult {
    const { state } = this.#section.store;
    return html`
      <article-comments-report-form
        part="report-form"
        class="panel"
        .section=${this.#section}
        .comment=${comment}
        .record=${state.reports.get(comment.id)}
        .viewer=${state.viewer}
        .notices=${this.#notices}
      ></article-comments-report-form>
    `;
  }
}

export const features = [Reporting] as const;
