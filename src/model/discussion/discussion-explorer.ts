import type { Comment, CommentId } from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import type { Outcome } from '../outcome.js';
import { firstPageLoaded } from '../transitions/loading.js';
import { branchesKept } from '../transitions/replies.js';
import { newBelow, waitingShown } from '../transitions/waiting.js';
import { loadBranch, loadReplies } from './branches.js';
import type { DiscussionSession } from './discussion-session.js';
import { allComments, commentsInOrder, type DiscussionState, type Sorting, UNOPENED } from './discussion-state.js';
import type { DiscussionStore } from './discussion-store.js';
import { InFlightCalls } from './in-flight-calls.js';
import { threadOf } from './thread.js';

/** Pages to search for a comment when the adapter cannot request it by id. */
const MAX_PAGES = 20;

/**
 * Reading beyond the first pages: changes the order, loads replies, shows held-back comments, finds a comment by id.
 */
export class DiscussionExplorer {
  readonly #store: DiscussionStore;
  readonly #inFlight = new InFlightCalls();

  /** Ids of comments that were loaded as replies or by id, which a reload of the list does not bring back. */
  readonly #separateIds = new Set<CommentId>();
  /** The state since the last change of the list. */
  #lastState: DiscussionState;

  /** Aborted by the next change of order. */
  #sortAbort = new AbortController();

  constructor(store: DiscussionStore) {
    this.#store = store;
    this.#lastState = store.state;
    store.subscribe(() => this.#onStateChange());
  }

  /**
   * Changes the order, to one with this id. The current list stays until the new one arrives. `state.sorting` reports progress and
   * failure. `aborted`: another order was chosen meanwhile, or the session has ended.
   */
  async sortBy(sort: string): Promise<Outcome<void>> {
    this.#sortAbort.abort();
    const { signal } = (this.#sortAbort = new AbortController());
    const session = this.#store.session();
    if (!session) return { type: 'aborted' };
    const setProgress = (sorting: Sorting): void => session.set({ ...session.state, sorting });
    if (sort === session.state.sort) {
      setProgress(UNOPENED.sorting);
      return { type: 'done', value: undefined };
    }
    const abort = (): void => this.#sortAbort.abort();
    session.signal.addEventListener('abort', abort);
    setProgress({ state: 'loading', sort });
    try {
      const page = await session.list({ sort }, { signal });
      if (signal.aborted) return { type: 'aborted' };
      session.set(firstPageLoaded({ ...session.state, sort, sorting: UNOPENED.sorting }, page));
      return { type: 'done', value: undefined };
    } catch (thrown) {
      if (signal.aborted) return { type: 'aborted' };
      const error = toAdapterError(thrown);
      setProgress({ state: 'failed', sort, error });
      return { type: 'failed', error };
    } finally {
      session.signal.removeEventListener('abort', abort);
    }
  }

  /** Loads the next replies to a comment. Resolves with those that are new. A second call joins the first. */
  async loadReplies(parentId: CommentId): Promise<Outcome<readonly Comment[]>> {
    const session = this.#store.session();
    if (!session) return { type: 'aborted' };
    return this.#inFlight.join(session, parentId, () => loadReplies(session, parentId, this.#separateIds));
  }

  /**
   * Shows the comments held back below a comment or, with null, all others. Returns the first of them in reading order.
   */
  showNew(below: CommentId | null): Comment | undefined {
    const session = this.#store.session();
    if (!session) return undefined;
    const waiting = new Set(session.state.waiting.map(({ id }) => id));
    session.set(waitingShown(session.state, below));
    for (const item of threadOf(commentsInOrder(session.state), new Set()))
      if (item.type === 'comment' && waiting.has(item.comment.id)) return item.comment;
    return undefined;
  }

  /**
   * Loads a comment, with its ancestors, wherever in the discussion it is. Resolves with undefined if it does not
   * exist.
   */
  async find(id: CommentId): Promise<Outcome<Comment | undefined>> {
    const session = this.#store.session();
    if (!session) return { type: 'aborted' };
    // The first page would replace what was found before. If it failed to load, the reader may still retry.
    await this.#until(session, ({ listing }) => listing.state === 'ready');
    if (session.signal.aborted) return { type: 'aborted' };
    const known = showKnown(session, id);
    if (known) return { type: 'done', value: known };
    return session.adapter.get ? loadBranch(session, id, this.#separateIds) : this.#searchPages(session, id);
  }

  /**
   * Loads page after page until the list has reached a detached comment, 20 pages at most. Resolves with what is new, also where a page
   * fails in between: `state.more` then says why. Undefined where the session has ended.
   */
  async closeGap(id: CommentId): Promise<readonly Comment[] | undefined> {
    const session = this.#store.session();
    if (!session) return undefined;
    const known = new Set(allComments(session.state).map((comment) => comment.id));
    await this.#loadPages(session, () => session.state.detached.every((comment) => comment.id !== id));
    return session.signal.aborted ? undefined : session.state.comments.filter((comment) => !known.has(comment.id));
  }

  /** Loads page after page until the list ends, or `isOver` is true after one. Where a page fails, `state.more` keeps that. */
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
      const restored = branchesKept(state, before, this.#separateIds);
      if (restored !== state) session.set(restored);
    }
  }

  async #searchPages(session: DiscussionSession, id: CommentId): Promise<Outcome<Comment | undefined>> {
    let found: Comment | undefined;
    const outcome = await this.#loadPages(session, () => (found = showKnown(session, id)) !== undefined);
    return outcome.type === 'done' ? { type: 'done', value: found } : outcome;
  }

  /**
   * Loads the next pages until `isReached` says so, the list ends, or the limit is reached. Cursors that go round in a circle would have
   * no end: none is asked for twice in one order.
   */
  async #loadPages(session: DiscussionSession, isReached: () => boolean, most = MAX_PAGES): Promise<Outcome<void>> {
    const asked = new Set<string>();
    for (let { next } = session.state; next !== undefined && asked.size < most; { next } = session.state) {
      const wanted = `${session.state.sort} ${next}`;
      if (asked.has(wanted)) break;
      asked.add(wanted);
      await this.#store.loadMore();
      // The page may have been requested elsewhere.
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

/** Finds a comment that has loaded. Shows it if it is held back. */
function showKnown(session: DiscussionSession, id: CommentId): Comment | undefined {
  for (const [below, waiting] of newBelow(session.state))
    if (waiting.some((comment) => comment.id === id)) session.set(waitingShown(session.state, below));
  return allComments(session.state).find((comment) => comment.id === id);
}
