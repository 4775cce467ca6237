/** Everything that only comes with writing and reporting, in one file to fetch when somebody turns to it. */
import { adoptStyles, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';
import { writing as words } from '../locales/en/writing.js';
import type { Comment, CommentId, PostingRefusal } from '../model/adapter.js';
import { DiscussionWriter } from '../model/discussion/discussion-writer.js';
import type { DraftPlace } from '../model/drafts/draft-key.js';
import { DraftStore, type StoredDraft } from '../model/drafts/draft-store.js';
import { CommentComposer } from './compose/comment-composer.js';
import type { Panel } from './list/comment-row.js';
import { defineOnce } from './define-once.js';
import { EditForm } from './forms/edit-form.js';
import { closePanel, openPanel } from './list/list-steps.js';
import { outgoingRows } from './list/outgoing-rows.js';
import { panel } from './forms/panels.js';
import { refusalNotice } from './compose/refusal-notice.js';
import { RemoveForm } from './forms/remove-form.js';
import { ReportForm } from './forms/report-form.js';
import { RowActions } from './list/row-actions.js';
import type { Row } from './list/row-list.js';
import type { Section } from './section.js';
import { writingStyles } from './forms/forms.styles.js';

/** The half of a section that writes. */
export class Writing {
  readonly writer: DiscussionWriter;
  readonly drafts = new DraftStore(() => localStorage);
  readonly #section: Section;
  readonly #actions: RowActions;
  /** Who a guest has said to be, in whichever form. */
  #entered: NonNullable<StoredDraft['guest']> = {};
  /** Whose begun replies are open again. */
  #reopened: DraftPlace | undefined;

  constructor(section: Section) {
    const { root, store } = section;
    this.#section = section;
    section.words.add(words);
    adoptStyles(root, [...root.adoptedStyleSheets, writingStyles]);
    define();
    // The button will be another one, and whoever was about to press it must not have to look for it.
    if (root.querySelector('form [type=submit]:focus')) void section.writing.load().then(() => this.#focusOnButton());
    this.writer = new DiscussionWriter(store);
    this.#actions = new RowActions({ ...section, writer: this.writer });
  }

  /** Once the section is drawn: opens the replies that were begun, and hands each form what it works with. */
  follow(): void {
    const { root, store, list, words, text, announce } = this.#section;
    const { writer, drafts } = this;
    // The next guest on this page may be somebody else.
    if (text.place.viewer.author) this.#entered = {};
    const entered = this.#entered;
    if (this.#reopened !== text.place) {
      this.#reopened = text.place;
      for (const id of drafts.replies(text.place)) openPanel(list, 'reply', id);
    }
    for (const composer of root.querySelectorAll<CommentComposer>('article-comments-composer')) {
      if (!composer.parent && !text.isAwake) continue;
      const place = { ...text.place, reply: composer.parent?.id };
      const { messages, formats } = words;
      Object.assign(composer, { store, writer, drafts, snapshot: store.state, place, messages, formats, now: store.now });
      Object.assign(composer, { entered, announce, showComment: this.#showComment, onDiscard: this.#onDiscard, onClose: this.#onClose });
    }
  }

  /** Rows of comments on their way. */
  get outgoing(): ReadonlyMap<CommentId | null, readonly Row[]> {
    return outgoingRows(this.#section.store.state.outgoing, this.#messages);
  }

  /** Why this viewer may not write. */
  refusal(refusal: PostingRefusal): TemplateResult {
    return refusalNotice(refusal, this.#messages, this.#section.words.formats);
  }

  /** What has opened below a comment, other than a reply. */
  panel(kind: Exclude<Panel, 'reply' | 'more'>, comment: Comment): TemplateResult {
    const { store, words, announce } = this.#section;
    const { writer, drafts } = this;
    return panel(kind, {
      store,
      writer,
      drafts,
      comment,
      messages: this.#messages,
      formats: words.formats,
      announce,
      onClose: this.#onClose,
    });
  }

  /** Does what a button of a comment asks for. */
  act(action: string, id: CommentId): Promise<void> {
    return this.#actions.act(action, id);
  }

  get #messages(): Messages {
    return this.#section.words.messages as Messages;
  }

  async #focusOnButton(): Promise<void> {
    const composer = this.#section.root.querySelector<CommentComposer>('article-comments-composer');
    await composer?.updateComplete;
    composer?.querySelector<HTMLElement>('[type=submit]')?.focus();
  }

  readonly #showComment = (id: CommentId): Promise<void> => this.#section.browsing.use((it) => it.showComment(id));

  readonly #onClose = (id: CommentId): void => void closePanel(this.#section, id);

  readonly #onDiscard = async (): Promise<void> => {
    const { root, host } = this.#section;
    host.requestUpdate();
    await host.updateComplete;
    // The form may have gone with its text.
    (root.querySelector('textarea') ?? root.querySelector('h2'))?.focus();
  };
}

/** Registers the elements of this file. */
function define(): void {
  defineOnce('article-comments-composer', CommentComposer);
  defineOnce('article-comments-edit-form', EditForm);
  defineOnce('article-comments-remove-form', RemoveForm);
  defineOnce('article-comments-report-form', ReportForm);
}
