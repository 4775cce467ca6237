/** Loaded on the first intent to write, vote or report: the forms, the writer behind them, and drafts. */
import { adoptStyles, type TemplateResult } from 'lit';
import type { CommentId, PostingRefusal } from '../model/adapter.js';
import { DiscussionWriter } from '../model/discussion/discussion-writer.js';
import type { DiscussionStore } from '../model/discussion/discussion-store.js';
import type { DraftKey } from '../model/drafts/draft.js';
import { pageStorage } from '../model/drafts/draft-storage.js';
import { DraftStore } from '../model/drafts/draft-store.js';
import { CommentComposer } from './composing/comment-composer.js';
import { FormFocus } from './composing/form-focus.js';
import { GuestEntries } from './forms/guest-entries.js';
import { refusalNotice } from './composing/refusal-notice.js';
import { ReplyDrafts } from './composing/reply-drafts.js';
import { type ViewersWarning, viewersWarning } from './warning/viewers-warning.js';
import { defineOnce } from './define-once.js';
import { EditForm } from './editing/edit-form.js';
import { formStyles } from './forms/forms.styles.js';
import { formattingStyles } from './formatting/formatting.styles.js';
import { FormPanels } from './forms/form-panels.js';
import { RemoveForm } from './removing/remove-form.js';
import { ReportForm } from './reporting/report-form.js';
import { VoteForm } from './voting/vote-form.js';
import type { ListView } from './list/list-view.js';
import { outgoingRows } from './composing/outgoing-rows.js';
import { Pinning } from './moderating/pinning.js';
import type { Row } from './list/row-list.js';
import { Voting } from './voting/voting.js';
import type { Announcer } from './frame/announcer.js';
import type { LocaleController } from './locale/locale-controller.js';
import type { SectionHost } from './section-host.js';
import { readSettings } from './settings/settings.js';
import { WordedModule } from './worded-module.js';

interface WritingFeaturesOptions {
  readonly store: DiscussionStore;
  readonly view: ListView;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** One for all sections of a page, so that no two forms write the same draft. */
const drafts = new DraftStore(pageStorage);

/** The features of writing, each with just what it works with. */
export interface WritingFeatures {
  readonly writer: DiscussionWriter;
  readonly drafts: DraftStore;
  readonly guest: GuestEntries;
  readonly panels: FormPanels;
  readonly voting: Voting;
  readonly pinning: Pinning;
  /** Before each drawing: opens the replies that the writer had begun here. */
  setPlace(key: DraftKey): void;
  /** The comments on their way to the backend, by the comment they reply to. */
  outgoingRows(): ReadonlyMap<CommentId | null, readonly Row[]>;
  /** What the editors have told this viewer. `isWriting`: somebody has turned to the form that it would stand in the place of. */
  viewersWarning(isWriting: boolean): ViewersWarning | undefined;
  /** Why this viewer cannot post. */
  renderRefusal(refusal: PostingRefusal): TemplateResult;
}

export function createWritingFeatures(host: SectionHost, options: WritingFeaturesOptions): WritingFeatures {
  const { store, view, locale, announcer } = options;
  const { renderRoot } = host;
  adoptStyles(renderRoot, [...renderRoot.adoptedStyleSheets, formStyles, formattingStyles]);
  const writer = new DiscussionWriter(store);
  const guest = new GuestEntries();
  const voting = new Voting(host, { store, writer, view, locale, announcer });
  const replyDrafts = new ReplyDrafts(drafts, view);
  const warnings = new WordedModule(host, locale, 'moderation', async (words) => {
    const { Warnings } = await import('./warning/warnings.js');
    return new Warnings(host, { store, writer, locale, announcer, words: await words });
  });
  const tellWarning = (isWriting: boolean): ViewersWarning | undefined =>
    viewersWarning(isWriting, { store, locale, warnings: warnings.part });
  const notices = new WordedModule(host, locale, 'legal', async (words) => {
    const { createNotices } = await import('./legal/legal-notices.js');
    return createNotices(renderRoot, await words);
  });
  defineForms();
  keepButtonFocus(host);
  new FormFocus(host);
  return {
    writer,
    drafts,
    guest,
    panels: new FormPanels({
      store,
      writer,
      drafts,
      voting,
      locale,
      announcer,
      viewersWarning: tellWarning,
      guest,
      notices,
      reportReasons: () => readSettings(host).settings.reportReasons,
    }),
    voting,
    pinning: new Pinning(host, { writer, view, locale, announcer }),
    setPlace(key) {
      // The next guest on this page may be someone else.
      if (key.viewer.author) guest.clear();
      replyDrafts.open(key);
    },
    outgoingRows: () => outgoingRows(store.state.outgoing, locale.messages),
    viewersWarning: tellWarning,
    renderRefusal: (refusal) => refusalNotice(refusal, locale.messages, locale.formats),
  };
}

/** The composer draws a button of its own. Focus that was on the early one goes to it. */
function keepButtonFocus({ renderRoot, updateComplete }: SectionHost): void {
  const composer = renderRoot
    .querySelector('form [type=submit]:focus')
    ?.closest<CommentComposer>('article-comments-composer');
  if (!composer) return;
  void updateComplete
    .then(() => composer.updateComplete)
    .then(() => composer.querySelector<HTMLElement>('[type=submit]')?.focus());
}

function defineForms(): void {
  defineOnce('article-comments-composer', CommentComposer);
  defineOnce('article-comments-report-form', ReportForm);
  defineOnce('article-comments-edit-form', EditForm);
  defineOnce('article-comments-remove-form', RemoveForm);
  defineOnce('article-comments-vote-form', VoteForm);
}
