/** What a reader needs who goes on from what is shown: more replies, new comments, one certain comment, less of one person. */
import type { TemplateResult } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { Messages } from '../i18n/messages.js';
import type { Comment, CommentId } from '../model/adapter.js';
import { DiscussionExplorer } from '../model/discussion-explorer.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import type { CommentList } from './comment-list.js';
import { causeOf, failure } from './failure.js';
import type { Words } from './locale-controller.js';
import { morePanel } from './more-panel.js';
import { goOn, isWriting, showComment } from './moving-about.js';

export { browsing as words } from '../locales/en/browsing.js';

/** The section that is browsed. */
export interface Browsed {
  readonly root: ParentNode;
  readonly store: DiscussionStore;
  readonly list: CommentList;
  readonly words: () => { readonly messages: Words; readonly formats: Formats };
  /** Resolves when what has changed is on the page. */
  readonly drawn: () => Promise<unknown>;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
  /** Shows something above the list. */
  readonly tell: (notice: unknown) => void;
}

export class Browsing {
  readonly #section: Browsed;
  readonly #explorer: DiscussionExplorer;

  constructor(section: Browsed) {
    this.#section = section;
    this.#explorer = new DiscussionExplorer(section.store);
  }

  /** What lies behind "More". */
  morePanel(comment: Comment): TemplateResult {
    const { store, list, announce } = this.#section;
    return morePanel({ ...this.#words, comment, store, list, announce });
  }

  /** Does what a button of the list asks for. */
  async act(action: string, id: CommentId): Promise<void> {
    if (action === 'new') return this.#viewNew(id || null);
    if (action === 'more-replies') return this.#loadReplies(id);
    if (action === 'unmute') {
      this.#section.list.reveal(id);
      return this.showComment(id);
    }
  }

  /** Brings a comment into view and marks it. */
  async showComment(id: CommentId, takesFocus = true): Promise<void> {
    this.#section.list.unfold(this.#ancestors(id));
    await this.#section.drawn();
    showComment(this.#section.root, id, { takesFocus });
  }

  /** Goes on at the first comment that a new page has brought; `before`: how many there were. */
  async goOn(before: number): Promise<void> {
    const { store, root, announce, drawn } = this.#section;
    const { messages, formats } = this.#words;
    await drawn();
    const { comments } = store.state;
    const count = comments.length - before;
    if (count > 0) announce(messages.loadedMore(count, formats.number(count)));
    goOn(root, comments[before]?.id);
  }

  /** Shows the comment that the address names, wherever in the discussion it is. Whoever is writing goes on writing. */
  async followAddress(id: CommentId): Promise<void> {
    const { root, tell } = this.#section;
    const { messages } = this.#words;
    tell('');
    const outcome = await this.#explorer.find(id);
    if (outcome.type === 'aborted') return;
    if (outcome.type === 'failed')
      return tell(failure(messages.commentFailed(causeOf(outcome.error, messages)), messages, () => void this.followAddress(id)));
    if (outcome.value) return this.showComment(id, !isWriting(root));
    return tell(messages.commentMissing);
  }

  async #viewNew(below: CommentId | null): Promise<void> {
    const { store, announce } = this.#section;
    const { messages, formats } = this.#words;
    const before = store.state.waiting.length;
    const first = this.#explorer.showNew(below);
    if (!first) return;
    const count = before - store.state.waiting.length;
    announce(messages.newShown(count, formats.number(count)));
    await this.showComment(first.id);
  }

  async #loadReplies(id: CommentId): Promise<void> {
    const { announce } = this.#section;
    const { messages, formats } = this.#words;
    const outcome = await this.#explorer.loadReplies(id);
    if (outcome.type !== 'done') return;
    const [first] = outcome.value;
    announce(messages.repliesLoaded(outcome.value.length, formats.number(outcome.value.length)));
    if (first) await this.showComment(first.id);
  }

  get #words(): { readonly messages: Messages; readonly formats: Formats } {
    const { messages, formats } = this.#section.words();
    return { messages: messages as Messages, formats };
  }

  /** All that a comment lies below. */
  #ancestors(id: CommentId): readonly CommentId[] {
    const { comments, posted } = this.#section.store.state;
    const byId = new Map([...comments, ...posted].map((comment) => [comment.id, comment]));
    const found = new Set<CommentId>();
    for (let at = byId.get(id)?.parentId; at && !found.has(at); at = byId.get(at)?.parentId) found.add(at);
    return [...found];
  }
}
