import { html, type TemplateResult } from 'lit';
import type { Comment } from '../../model/adapter.js';
import { defineOnce } from '../define-once.js';
import type { Notices } from '../legal/legal-notices.js';
import type { Feature, Section } from '../section.js';
import { TranslatedModule } from '../translated-module.js';
import { ReportForm } from './report-form.js';

/** Reports comments to the moderators. */
export class Reporting implements Feature<never, 'report'> {
  readonly #section: Section;
  readonly #notices: TranslatedModule<'legal', Notices>;

  constructor(section: Section) {
    this.#section = section;
    defineOnce('article-comments-report-form', ReportForm);
    this.#notices = new TranslatedModule(section, 'legal', async (messages) => {
      const { createNotices } = await import('../legal/legal-notices.js');
      return createNotices(section.root, await messages);
    });
  }

  readonly commands = {};

  readonly panels = { report: (comment: Comment): TemplateResult => this.#render(comment) };

  #render(comment: Comment): TemplateResult {
    const { store, settings } = this.#section;
    return html`
      <article-comments-report-form
        part="report-form"
        class="panel"
        .section=${this.#section}
        .comment=${comment}
        .record=${store.state.reports.get(comment.id)}
        .viewer=${store.state.viewer}
        .reasons=${settings.reportReasons}
        .notices=${this.#notices}
      ></article-comments-report-form>
    `;
  }
}
