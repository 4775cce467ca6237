import type { Comment, CommentId, Filter } from '../adapter.js';
import type { Outcome } from '../outcome.js';
import { applyResponse } from '../state/apply-response.js';
import { InFlightCalls } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import {
  allComments,
  commentsInOrder,
  type DiscussionState,
  type Progress,
  type Sorting,
  UNOPENED,
} from '../state/discussion-state.js';
import { newBelow, waitingShown } from '../transitions/held-back.js';
import { firstPageLoaded } from '../transitions/loading.js';
import { branchesRestored } from '../transitions/replies.js';
import { selectionExtended, selectionLoaded, selectionUpdated } from '../transitions/selection.js';
import { loadBranch, loadReplies } from './branches.js';
import type { DiscussionStore } from './discussion-store.js';
import { threadOf } from './thread.js';

/** The number of pages to search for a comment if the adapter cannot request it by id. */
const MAX_PAGES = 20;

/**
 * Reading beyond the first pages: changes the order, filters, loads replies, shows held-back comments, finds a comment by id.
 */
export class DiscussionExplorer {
  readonly #store: DiscussionStore;
  readonly #inFlight = new InFlightCalls();

  /** Ids of comments that were loaded as replies or by id. A reload of the list does not include them. */
  readonly #separateIds = new Set<CommentId>();
  /** The state since the last change of the list. */
  #lastState: DiscussionState;

  /** Aborted by the next request of the same kind. */
  readonly #aborts = { sort: new AbortController(), filter: new AbortController() };
  /** The viewer for whom the selection was last requested, for comparison: the session's `viewerSignal`. */
  #filterViewer: AbortSignal | undefined;

  constructor(store: DiscussionStore) {
    this.#store = store;
    this.#lastState = store.state;
    store.subscribe(() => this.#onStateChange());
  }

  /**
   * Changes the order to the one with this id. The current list stays until the new one has loaded. `state.sorting` reports progress
   * and failure. `aborted`: another order was chosen, or the session has ended.
   */
  async sortBy(sort: string): Promise<Outcome<void>> {
    const session = this.#store.session();
    const signal = this.#latest('sort', session);
    if (!session) return { type: 'aborted' };
    const withProgress = (sorting: Sorting): DiscussionState => ({ ...session.state, sorting });
    if (sort === session.state.sort) {
      session.set(withProgress(UNOPENED.sorting));
      return { type: 'done', value: undefined };
    }
    session.set(withProgress({ state: 'loading', sort }));
    return applyResponse(session, {
      signal,
      send: (call) => session.list({ sort }, call),
      onResponse: (page) => firstPageLoaded({ ...withProgress(UNOPENED.sorting), sort }, page),
      onFailure: (error) => withProgress({ state: 'failed', sort, error }),
    });
  }

  /**
   * Shows a selection of the comments, or all. What is shown stays until the selection has loaded. `state.filtering` reports progress
   * and failure. `aborted`: another selection was chosen, or the session has ended.
   */
  async filterBy(filter: Filter | 'all'): Promise<Outcome<void>> {
    const session = this.#store.session();
    const signal = this.#latest('filter', session);
    if (!session) return { type: 'aborted' };
    if (filter === 'all') {
      session.set({ ...session.state, selection: undefined, filtering: UNOPENED.filtering });
      return { type: 'done', value: undefined };
    }
    session.set({ ...session.state, filtering: { state: 'loading', filter } });
    let outcome: Outcome<void>;
    do {
      const before = session.state;
      const { sort } = before;
      outcome = await applyResponse(session, {
        signal,
        send: (call) => session.list({ filter, sort }, call),
        onResponse: (page) => {
          this.#filterViewer = session.viewerSignal;
          // If the order has changed, the page is requested again.
          return session.state.sort === sort ? selectionLoaded(session.state, page, { filter, before }) : undefined;
        },
        onFailure: (error) => {
          this.#filterViewer = session.viewerSignal;
          return { ...session.state, filtering: { state: 'failed', filter, error } };
        },
      });
    } while (outcome.type === 'aborted' && !signal.aborted);
    return outcome;
  }

  /**
   * Loads the next page of the selection. Resolves with the comments that are new; `aborted` if there is no next page or it is already
   * loading.
   */
  async loadMoreFiltered(): Promise<Outcome<readonly Comment[]>> {
    const session = this.#store.session();
    const { selection, filtering } = this.#store.state;
    const isBusy = filtering.state === 'loading' || selection?.more.state === 'loading';
    if (!session || selection?.next === undefined || isBusy) return { type: 'aborted' };
    const signal = this.#latest('filter', session);
    const { filter, sort, next: cursor } = selection;
    const withProgress = (more: Progress): DiscussionState => {
      const { state } = session;
      return { ...state, selection: state.selection && { ...state.selection, more } };
    };
    session.set(withProgress({ state: 'loading' }));
    const before = session.state;
    let added: readonly Comment[] = [];
    const outcome = await applyResponse(session, {
      signal,
      send: (call) => session.list({ filter, sort, cursor }, call),
      onResponse: (page) => {
        const extended = selectionExtended(session.state, page, { before });
        added = extended.selection?.items.slice(selection.items.length) ?? [];
        return extended;
      },
      onFailure: (error) => withProgress({ state: 'failed', error }),
    });
    return outcome.type === 'done' ? { type: 'done', value: added } : outcome;
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

  #onStateChange(): void {
    this.#restoreBranches();
    const session = this.#store.session();
    if (!session?.state.selection) return;
    const updated = selectionUpdated(session.state);
    if (updated !== session.state) session.set(updated);
    this.#reloadSelection(session);
  }

  /** Restores separately loaded comments after a reload. */
  #restoreBranches(): void {
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

  /** Loads the selection again in another order, or for another viewer. If that fails, the reader can retry. */
  #reloadSelection({ state, viewerSignal }: DiscussionSession): void {
    const { selection, filtering, sort } = state;
    if (!selection || filtering.state === 'loading') return;
    const isForOther = viewerSignal !== this.#filterViewer;
    if (isForOther || (filtering.state === 'idle' && selection.sort !== sort)) void this.filterBy(selection.filter);
  }

  /** A signal that the next request of the same kind aborts, as does the end of the session. */
  #latest(kind: 'sort' | 'filter', session: DiscussionSession | undefined): AbortSignal {
    this.#aborts[kind].abort();
    const controller = (this.#aborts[kind] = new AbortController());
    session?.signal.addEventListener('abort', () => controller.abort(), { signal: controller.signal });
    return controller.signal;
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
