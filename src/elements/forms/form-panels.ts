import { html, type TemplateResult } from 'lit';
import type { Comment, ReportReason } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { DraftStore } from '../../model/drafts/draft-store.js';
import type { ViewersWarning } from '../warning/viewers-warning.js';
import type { GuestEntries } from './guest-entries.js';
import type { Notices } from '../legal/legal-notices.js';
import type { Voting } from '../voting/voting.js';
import type { Announcer } from '../frame/announcer.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { WordedModule } from '../worded-module.js';

interface FormPanelsOptions {
  readonly store: DiscussionStore;
  readonly writer: DiscussionWriter;
  readonly drafts: DraftStore;
  readonly voting: Voting;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly viewersWarning: (isWriting: boolean) => ViewersWarning | undefined;
  readonly guest: GuestEntries;
  readonly notices: WordedModule<'legal', Notices>;
  /** The reasons that the page has set; undefined where it leaves them to the backend. */
  readonly reportReasons: () => readonly ReportReason[] | undefined;
}

/** The forms that open below a comment, with what each works with. */
export class FormPanels {
  readonly #options: FormPanelsOptions;

  constructor(options: FormPanelsOptions) {
    this.#options = options;
  }

  render(panel: 'edit' | 'remove' | 'report' | 'up' | 'down', comment: Comment): unknown {
    switch (panel) {
      case 'report':
        return this.#reportForm(comment);
      case 'edit': {
        const warning = this.#options.viewersWarning(true);
        return warning?.takesPlace ? warning.content : this.#editForm(comment);
      }
      case 'remove':
        return this.#removeForm(comment);
      case 'up':
      case 'down':
        return this.#voteForm(comment);
    }
  }

  #reportForm(comment: Comment): TemplateResult {
    const { store, writer, drafts, locale, announcer, guest, notices, reportReasons } = this.#options;
    return html`
      <article-comments-report-form
        part="report-form"
        class="panel"
        .store=${store}
        .writer=${writer}
        .drafts=${drafts}
        .messages=${locale.messages}
        .formats=${locale.formats}
        .announce=${announcer.announce}
        .comment=${comment}
        .record=${store.state.reports.get(comment.id)}
        .viewer=${store.state.viewer}
        .reasons=${reportReasons()}
        .guest=${guest}
        .notices=${notices}
      ></article-comments-report-form>
    `;
  }

  #editForm(comment: Comment): TemplateResult {
    const { store, writer, drafts, locale, announcer } = this.#options;
    return html`
      <article-comments-edit-form
        part="edit-form"
        class="panel"
        .store=${store}
        .writer=${writer}
        .drafts=${drafts}
        .messages=${locale.messages}
        .formats=${locale.formats}
        .announce=${announcer.announce}
        .comment=${comment}
        .snapshot=${store.state}
      ></article-comments-edit-form>
    `;
  }

  #removeForm(comment: Comment): TemplateResult {
    const { store, writer, locale, announcer } = this.#options;
    return html`
      <article-comments-remove-form
        part="remove-form"
        class="panel small"
        .store=${store}
        .writer=${writer}
        .messages=${locale.messages}
        .announce=${announcer.announce}
        .comment=${comment}
      ></article-comments-remove-form>
    `;
  }

  #voteForm(comment: Comment): TemplateResult {
    const { store, writer, voting, locale, announcer } = this.#options;
    return html`
      <article-comments-vote-form
        part="vote-form"
        class="panel small"
        .store=${store}
        .writer=${writer}
        .voting=${voting}
        .messages=${locale.messages}
        .announce=${announcer.announce}
        .comment=${comment}
      ></article-comments-vote-form>
    `;
  }
}
