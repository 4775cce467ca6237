/** What a reader needs who goes on from what is shown: more replies, new comments, one certain comment, less of one person. */
import { html, type TemplateResult } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { Messages } from '../i18n/messages.js';
import type { AdapterError, Comment, CommentId } from '../model/adapter.js';
import { DiscussionExplorer } from '../model/discussion-explorer.js';
import { commentsInOrder } from '../model/discussion-state.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import { AddressSearch } from './address-search.js';
import { type CommentList, personOf } from './comment-list.js';
import { causeOf, failure } from './failure.js';
import type { Words } from './locale-controller.js';
import { morePanel } from './more-panel.js';
import { goOn, rowOf, showComment, showNotice, unmark } from './moving-about.js';
import { unmute } from './muting.js';
import { commentInAddress, PREFIX } from './page-address.js';
import { press, showShortcuts } from './shortcuts.js';

export { browsing as words } from '../locales/en/browsing.js';

/** The section that is browsed. */
export interface Browsed {
  readonly root: ShadowRoot;
  readonly store: DiscussionStore;
  readonly list: CommentList;
  readonly words: () => { readonly messages: Words; readonly formats: Formats };
  /** Resolves when what has changed is on the page. */
  readonly drawn: () => Promise<unknown>;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
  /** Shows something above the list, or nothing any more. */
  readonly tell: (draw: (() => unknown) | undefined) => void;
}

export class Browsing {
  readonly #section: Browsed;
  readonly #explorer: DiscussionExplorer;
  #search: AddressSearch | undefined;
  /** Looks out for a comment that is not drawn yet. */
  #awaited: MutationObserver | undefined;

  constructor(section: Browsed) {
    this.#section = section;
    this.#explorer = new DiscussionExplorer(section.store);
    section.root.addEventListener('click', this.#onClick);
  }

  /** What lies behind "More". */
  morePanel(comment: Comment): TemplateResult {
    const { root, store, list, announce } = this.#section;
    const { messages } = this.#words;
    const onShortcuts = (): void => showShortcuts(root, this.#words.messages);
    return morePanel({ comment, store, list, messages, announce, onShortcuts, unmute: this.#unmute });
  }

  /** Does what a button of the list asks for. */
  async act(action: string, id: CommentId): Promise<void> {
    const { root, store, list, announce, drawn } = this.#section;
    switch (action) {
      case 'new':
        return void this.#viewNew(id || null);
      case 'more-replies':
        return this.#loadReplies(id);
      case 'unmute':
        list.reveal(id);
        return this.#turnTo(id);
      case 'unmute-always':
        return this.#unmute(commentsInOrder(store.state).find((comment) => comment.id === id));
      case 'more':
        return;
      default:
        return press(action, { root, announce, drawn, messages: this.#words.messages, viewNew: () => this.#viewNew(null) });
    }
  }

  /** Brings a comment into view and marks it. */
  async showComment(id: CommentId): Promise<void> {
    const { root, list, drawn } = this.#section;
    this.#awaited?.disconnect();
    list.unfold(this.#ancestors(id));
    await drawn();
    if (rowOf(root, id)) return showComment(root, id);
    // The words, or what draws the bodies, may still be on their way.
    this.#awaited = new MutationObserver(() => {
      if (!rowOf(root, id)) return;
      this.#awaited?.disconnect();
      showComment(root, id);
    });
    this.#awaited.observe(root, { childList: true, subtree: true });
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

  /** Shows the comment that the address names, wherever in the discussion it is; with an empty one the last is done with. */
  async followAddress(id: CommentId): Promise<void> {
    const { root, store, tell, announce, drawn } = this.#section;
    this.#search?.leave();
    this.#awaited?.disconnect();
    unmark(root);
    tell(undefined);
    if (!id) return;
    const search = (this.#search = new AddressSearch(id, (miss) => {
      tell(miss?.draw);
      if (!miss) return;
      announce(miss.words);
      void drawn().then(() => showNotice(root));
    }));
    store.lend()?.signal.addEventListener('abort', () => search.leave());
    const outcome = await this.#explorer.find(id);
    if (search !== this.#search || outcome.type === 'aborted') return;
    if (outcome.type === 'failed') search.missed({ isFailure: true, draw: () => this.#drawFailure(outcome.error, id), words: '' });
    else if (!outcome.value) search.missed({ isFailure: false, draw: this.#drawMissing, words: this.#words.messages.commentMissing });
    else if (search.found()) await this.showComment(id);
  }

  readonly #drawMissing = (): TemplateResult =>
    html`<p part="notice" role="status" class="notice small">${this.#words.messages.commentMissing}</p>`;

  #drawFailure(error: AdapterError, id: CommentId): TemplateResult {
    const { messages } = this.#words;
    const onRetry = (): void => {
      // The button goes away with the failure, and focus must not go with it.
      this.#section.root.querySelector('h2')?.focus();
      void this.followAddress(id);
    };
    return html`<div part="notice">${failure(messages.commentFailed(causeOf(error, messages)), messages, onRetry)}</div>`;
  }

  /** The browser tells nobody of a link to where one is already. */
  readonly #onClick = ({ target, ctrlKey, metaKey, shiftKey }: Event & Partial<MouseEvent>): void => {
    const id = commentInAddress();
    const row = (target as Element).closest('a[part=permalink]')?.closest('li');
    if (id && row?.id === PREFIX + id && !(ctrlKey || metaKey || shiftKey)) void this.showComment(id);
  };

  readonly #unmute = (comment: Comment | undefined): void => {
    const { list, announce } = this.#section;
    const { messages } = this.#words;
    if (!comment?.author) return;
    unmute(personOf(comment.author), list);
    announce(messages.unmutedNow(comment.author.name || messages.anonymous));
    void this.#turnTo(comment.id);
  };

  /** The button that was pressed is gone; the focus stays with its comment, and nothing moves. */
  async #turnTo(id: CommentId): Promise<void> {
    await this.#section.drawn();
    rowOf(this.#section.root, id)?.focus({ preventScroll: true });
  }

  /** False when there was nothing new. */
  async #viewNew(below: CommentId | null): Promise<boolean> {
    const { store, announce } = this.#section;
    const { messages, formats } = this.#words;
    const before = store.state.waiting.length;
    const first = this.#explorer.showNew(below);
    if (!first) return false;
    const count = before - store.state.waiting.length;
    announce(messages.newShown(count, formats.number(count)));
    await this.showComment(first.id);
    return true;
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
    const byId = new Map(commentsInOrder(this.#section.store.state).map((comment) => [comment.id, comment]));
    const found = new Set<CommentId>();
    for (let at = byId.get(id)?.parentId; at && !found.has(at); at = byId.get(at)?.parentId) found.add(at);
    return [...found];
  }
}
