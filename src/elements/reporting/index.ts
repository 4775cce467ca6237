import { html, type TemplateResult } from 'lit';
import type { TakingPartMessages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { findComment } from '../../model/state/discussion-state.js';
import type { CommandOf } from '../../presentation/command.js';
import { reportAvailability } from '../../presentation/report-availability.js';
import { defineOnce } from '../define-once.js';
import { formStyles } from '../forms/forms.styles.js';
import type { Notices } from '../legal/legal-notices.js';
import type { Feature, Section } from '../section.js';
import { LazyModule } from '../lazy-module.js';
import { ReportForm } from './report-form.js';

/** Reporting comments to the moderators. */
class Reporting implements Feature<'open-report', 'report'> {
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

  readonly commands = {
    'open-report': ({ id }: CommandOf<'open-report'>): void => this.#open(id),
  };

  readonly panels = { report: (comment: Comment): TemplateResult => this.#render(comment) };

  /** Opens the form, which takes the focus when it is rendered. */
  #open(id: CommentId): void {
    const { store, view } = this.#section;
    const { adapter, state } = store;
    const comment = findComment(state, id);
    if (!comment) return;
    const { type } = reportAvailability(comment, state, { adapter, reportHref: undefined, permalink: '' });
    if (type !== 'none' && type !== 'link') view.openPanel(id, 'report');
  }

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
