import type { Comment, CommentId } from '../adapter.js';
import type { Outcome } from '../outcome.js';
import { InFlightCalls } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { allComments, type DiscussionState } from '../state/discussion-state.js';
import { newBelow, waitingShown } from '../transitions/held-back.js';
import { branchesRestored } from '../transitions/replies.js';
import { loadBranch, loadReplies } from './branches.js';
import type { DiscussionStore } from './discussion-store.js';
import { showNew } from './held-comments.js';
import { ListOrder } from './list-order.js';

/** The number of pages to search for a comment if the adapter cannot request it by id. */
const MAX_PAGES = 20;

/**
 * Reading beyond the first pages: changes the order, loads replies, shows held-back comments, finds a comment by id.
 */
export class DiscussionExplorer {
  readonly #store: DiscussionStore;
  readonly #order: ListOrder;
  readonly #inFlight = new InFlightCalls();

  /** Ids of comments that were loaded as replies or by id. A reload of the list does not include them. */
  readonly #separateIds = new Set<CommentId>();
  /** The state since the last change of the list. */
  #lastState: DiscussionState;

  constructor(store: DiscussionStore) {
    this.#store = store;
    this.#order = new ListOrder(store);
    this.#lastState = store.state;
    store.subscribe(() => this.#onStateChange());
  }

  /** See `ListOrder.sortBy`. */
  sortBy(sort: string): Promise<Outcome<void>> {
    return this.#order.sortBy(sort);
  }

  /** Loads the next replies to a comment. Resolves with those that are new. A second call joins the first. */
  async loadReplies(parentId: CommentId): Promise<Outcome<readonly Comment[]>> {
    const session = this.#store.session();
    if (!session) return { type: 'aborted' };
    return this.#inFlight.join(session, parentId, () => loadReplies(session, parentId, this.#separateIds));
  }

  /** See `showNew` in `held-comments.ts`. */
  showNew(below: CommentId | null): Comment | undefined {
    return showNew(this.#store, below);
  }

  /**
   * Loads a comment anywhere in the discussion, with its ancestors. Resolves with undefined if it does not exist.
   */
  async find(id: CommentId): Promise<Outcome<Comment | undefined>> {
    const session = this.#store.session();
    if (!session) return { type: 'aborted' };
    // The first page would replace a comment that was found before it. If the page failed to load, the reader may retry.
    await this.#until(session, ({ listing }) => listing.state === 'ready');
    if (session.signal.aborted) return { type: 'aborted' };
    const known = showKnown(session, id);
    if (known) return { type: 'done', value: known };
    return session.adapter.get ? loadBranch(session, id, this.#separateIds) : this.#searchPages(session, id);
  }

  /**
   * Loads page after page until the list reaches a detached comment, at most 20 pages. Resolves with the new comments, even if a page
   * fails, which `state.more` reports. Resolves with undefined if the session has ended.
   */
  async closeGap(id: CommentId): Promise<readonly Comment[] | undefined> {
    const session = this.#store.session();
    if (!session) return undefined;
    const known = new Set(allComments(session.state).map((comment) => comment.id));
    await this.#loadPages(session, () => session.state.detached.every((comment) => comment.id !== id));
    return session.signal.aborted ? undefined : session.state.comments.filter((comment) => !known.has(comment.id));
  }

  /** Loads page after page until the list ends or `isOver` returns true. `state.more` reports the failure of a page. */
  async loadPages(isOver: () => boolean): Promise<Outcome<void>> {
    const session = this.#store.session();
    return session ? this.#loadPages(session, isOver, Infinity) : { type: 'aborted' };
  }

  /** Restores separately loaded comments after a reload. */
  #onStateChange(): void {
    const before = this.#lastState;
    const session = this.#store.session();
    const { state } = session ?? this.#store;
    if (state.comments === before.comments && state.detached === before.detached) return;
    this.#lastState = state;
    if (session && state.discussion === before.discussion && state.sort === before.sort) {
      const restored = branchesRestored(state, before, this.#separateIds);
      if (restored !== state) session.set(restored);
    }
  }

  async #searchPages(session: DiscussionSession, id: CommentId): Promise<Outcome<Comment | undefined>> {
    let found: Comment | undefined;
    const outcome = await this.#loadPages(session, () => (found = showKnown(session, id)) !== undefined);
    return outcome.type === 'done' ? { type: 'done', value: found } : outcome;
  }

  /**
   * Loads the next pages until `isReached` returns true, the list ends, or the limit is reached. Requests no cursor twice in one order,
   * because a backend may return cursors in a circle.
   */
  async #loadPages(session: DiscussionSession, isReached: () => boolean, most = MAX_PAGES): Promise<Outcome<void>> {
    const asked = new Set<string>();
    for (let { next } = session.state; next !== undefined && asked.size < most; { next } = session.state) {
      const wanted = `${session.state.sort} ${next}`;
      if (asked.has(wanted)) break;
      asked.add(wanted);
      await this.#store.loadMore();
      // Another caller may have requested the page.
      await this.#until(session, ({ more }) => more.state !== 'loading');
      if (session.signal.aborted) return { type: 'aborted' };
      const { more } = session.state;
      if (more.state === 'failed') return { type: 'failed', error: more.error };
      if (isReached()) break;
    }
    return { type: 'done', value: undefined };
  }

  /** Waits for a state, or for the end of the session. */
  #until({ signal }: DiscussionSession, isReached: (state: DiscussionState) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!signal.aborted && !isReached(this.#store.state)) return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = this.#store.subscribe(check);
      check();
    });
  }
}

/** Finds a loaded comment. Shows it if it is held back. */
function showKnown(session: DiscussionSession, id: CommentId): Comment | undefined {
  for (const [below, waiting] of newBelow(session.state))
    if (waiting.some((comment) => comment.id === id)) session.set(waitingShown(session.state, below));
  return allComments(session.state).find((comment) => comment.id === id);
}
