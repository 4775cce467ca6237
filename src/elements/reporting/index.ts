import { html, type TemplateResult } from 'lit';
import type { Comment } from '../../model/adapter.js';
import { defineOnce } from '../define-once.js';
import type { Notices } from '../legal/legal-notices.js';
import type { Feature, Section } from '../section.js';
import type { LazyModule } from '../lazy-module.js';
import { translatedModule } from '../translated-module.js';
import { ReportForm } from './report-form.js';

/** Reporting comments to the moderators. */
export class Reporting implements Feature<never, 'report'> {
  readonly #section: Section;
  readonly #notices: () => LazyModule<Notices>;

  constructor(section: Section) {
    this.#section = section;
    defineOnce('article-comments-report-form', ReportForm);
    this.#notices = translatedModule(section, 'legal', async (messages) => {
      const { createNotices } = await import('../legal/legal-notices.js');
      return createNotices(section, await messages);
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
        .notices=${this.#notices()}
      ></article-comments-report-form>
    `;
  }
}
