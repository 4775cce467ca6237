import type {
  AdapterError,
  Call,
  CommentPage,
  CommentsAdapter,
  DiscussionInfo,
  DiscussionRef,
  Features,
  ListQuery,
  Viewer,
} from '../adapter.js';
import { infoFromError, needsSignIn } from '../adapter-error.js';
import { checkedAdapter } from '../contract/checked-adapter.js';
import type { Outcome } from '../outcome.js';
import { applyResponse } from '../state/apply-response.js';
import type { DiscussionSession, WantedPage } from '../state/discussion-session.js';
import { type DiscussionState, rootCount, UNOPENED } from '../state/discussion-state.js';
import { ObservableState } from '../state/observable-state.js';
import { firstPageLoaded, infoLoaded, pageAppended, viewerReplaced } from '../transitions/loading.js';
import { offeredSort, sortQuery } from './offers.js';
import { DEFAULT_PAGE_SIZE } from './page-size.js';

export interface DiscussionOptions {
  /** Top-level comments per page. Default 25. */
  readonly pageSize?: number;
  /** Top-level comments on the first page, if not as many as on the others. */
  readonly firstPageSize?: number | undefined;
  /** The id of an order. Default: the first that the adapter offers. */
  readonly sort?: string | undefined;
  /** The order that the reader chose on an earlier visit. Takes precedence over `sort` if the adapter offers it. */
  readonly chosenSort?: string | undefined;
  /** True when the publisher closed the discussion, whatever the backend says. */
  readonly closed?: boolean;
  /**
   * Begins the discussion with what is known already, such as the part that a server has rendered, and requests what has changed since. By
   * default, the store requests the state and the first page.
   */
  readonly begin?: ((session: DiscussionSession) => void) | undefined;
  /**
   * Checks every response in full against the contract. Otherwise only those that fail a quick check. For developers. Default false.
   */
  readonly debug?: boolean;
}

interface OpenDiscussion {
  readonly given: CommentsAdapter;
  /** The given adapter, with its calls checked. */
  readonly adapter: CommentsAdapter;
  readonly discussion: DiscussionRef;
  readonly options: DiscussionOptions;
}

/**
 * The headless store of one discussion: opens it, lists its comments and notifies listeners of every change. It needs
 * no DOM. Each state is a frozen snapshot; parts that did not change keep their identity. `DiscussionExplorer`,
 * `DiscussionWriter` and `LiveDiscussion` build on it and can load later.
 */
export class DiscussionStore {
  readonly #state = new ObservableState();
  #opened: OpenDiscussion | undefined;
  #problems = new Set<string>();
  /** Aborted when the session ends: responses to all of its requests are then stale. */
  #sessionAbort = new AbortController();
  /** Aborted by the next reload, so that an earlier response cannot undo a later one. */
  #reloadAbort = new AbortController();
  /** Aborted when the viewer changes and when the session ends: responses were meant for the previous viewer. */
  #viewerAbort = new AbortController();

  get state(): DiscussionState {
    return this.#state.current;
  }

  get adapter(): CommentsAdapter | undefined {
    return this.#opened?.given;
  }

  /** The backend's time, as far as known, in milliseconds since the epoch. */
  get now(): number {
    return Date.now() + this.state.clockOffset;
  }

  get features(): Features {
    return this.adapter?.features ?? {};
  }

  /**
   * Problems of the open discussion's adapter, one sentence each, for its developer. The store repairs responses as far as possible
   * and leaves out unusable comments. Listeners of the state are called after each.
   */
  get problems(): ReadonlySet<string> {
    return this.#problems;
  }

  /** Calls `listener` after every change of `state`. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void {
    return this.#state.subscribe(listener);
  }

  /** Closes the current discussion and opens another. Requests its state and its first page in parallel. */
  open(given: CommentsAdapter, discussion: DiscussionRef, options: DiscussionOptions = {}): void {
    this.close();
    const problems = (this.#problems = new Set<string>());
    const adapter = checkedAdapter(given, {
      note: (problem) => {
        problems.add(problem);
        this.#state.notify();
      },
      areThorough: options.debug,
    });
    // If the adapter throws, no discussion is open.
    const sort = offeredSort(adapter, options.chosenSort, options.sort);
    this.#opened = { given, adapter, discussion, options };
    this.#state.closedByPublisher = options.closed ?? false;
    const { signal } = this.#sessionAbort;
    this.#state.set({ ...UNOPENED, discussion, sort });
    const unsubscribe = adapter.onViewerChange?.((viewer) => signal.aborted || this.#viewerChanged(viewer));
    if (unsubscribe) signal.addEventListener('abort', unsubscribe, { once: true });
    if (options.begin) options.begin(this.session()!);
    else this.reload();
  }

  /** Closes the discussion: aborts its requests, timers and subscriptions. */
  close(): void {
    this.#sessionAbort.abort();
    this.#reloadAbort.abort();
    this.#viewerAbort.abort();
    this.#viewerAbort = new AbortController();
    this.#sessionAbort = new AbortController();
    this.#opened = undefined;
    this.#state.set(UNOPENED);
  }

  /** Closes the discussion to new comments on the publisher's behalf, or lifts that. Takes effect at once. */
  setClosed(closed: boolean): void {
    this.#state.closedByPublisher = closed;
    this.#state.update({});
  }

  /** Requests the state and the first page again. */
  reload(): void {
    this.#reloadAbort.abort();
    if (!this.#opened) return;
    const { signal } = (this.#reloadAbort = new AbortController());
    void this.#loadInfo(this.#opened, signal);
    void this.#loadFirstPage(this.#opened, signal);
  }

  /**
   * Requests the next page. `limit`: the desired number of top-level comments, by default the page size. `aborted`: there is no next page, it is already loading, or the list has changed before it arrived.
   */
  async loadMore(limit = this.#pageSize): Promise<Outcome<void>> {
    const { more, next: cursor, sort } = this.state;
    const opened = this.#opened;
    if (!opened || cursor === undefined || more.state === 'loading') return { type: 'aborted' };
    this.#state.update({ more: { state: 'loading' } });
    // After a reload or a change of order, the page may not continue the list. Cursors that are page numbers are the same in all
    // orders, so the order is compared, too.
    const isCurrent = (): boolean => this.state.next === cursor && this.state.sort === sort;
    const { signal } = this.#viewerAbort;
    return applyResponse(this.#state, {
      signal,
      send: (call) => opened.adapter.list({ ...this.#query(opened), limit, cursor }, call),
      onResponse: (page) => (isCurrent() ? pageAppended(this.state, page) : undefined),
      onFailure: (error) => (isCurrent() ? { ...this.state, more: { state: 'failed', error } } : undefined),
    });
  }

  /** The current session, for the classes that build on this store. Undefined while no discussion is open. */
  session(): DiscussionSession | undefined {
    if (!this.#opened) return undefined;
    const { adapter, discussion } = this.#opened;
    const { signal } = this.#sessionAbort;
    const state = (): DiscussionState => this.state;
    const viewerSignal = (): AbortSignal => this.#viewerAbort.signal;
    const opened = this.#opened;
    return {
      adapter,
      discussion,
      signal,
      get viewerSignal() {
        return viewerSignal();
      },
      get state() {
        return state();
      },
      set: (next) => signal.aborted || this.#state.set(next),
      list: (wanted, call) => this.#listForViewer(opened, wanted, call),
      viewerChanged: (viewer) => signal.aborted || this.#viewerChanged(viewer),
    };
  }

  #loadInfo({ adapter, discussion }: OpenDiscussion, signal: AbortSignal): Promise<unknown> {
    const isRefresh = this.state.opening.state === 'ready';
    this.#state.update({ [isRefresh ? 'reopening' : 'opening']: { state: 'loading' } });
    return applyResponse(this.#state, {
      signal,
      send: (call) => adapter.open(discussion, call),
      onResponse: (info) => infoLoaded(this.state, info, Date.now()),
      onFailure: (error) =>
        isRefresh ? { ...this.state, reopening: { state: 'failed', error } } : openingFailed(this.state, error),
    });
  }

  async #loadFirstPage(opened: OpenDiscussion, signal: AbortSignal): Promise<void> {
    const { adapter, options } = opened;
    const isRefresh = this.state.listing.state === 'ready';
    this.#state.update({ [isRefresh ? 'relisting' : 'listing']: { state: 'loading' } });
    const requestedSort = this.state.sort;
    // A refresh includes everything that `loadMore` has added.
    const size = (isRefresh ? undefined : options.firstPageSize) ?? this.#pageSize;
    const limit = Math.max(size, rootCount(this.state));
    let isCurrent = true;
    await applyResponse(this.#state, {
      signal,
      send: (call) => adapter.list({ ...this.#query(opened), limit }, call),
      onResponse: (page) => {
        // Some adapters learn from this response which orders the backend offers.
        const wanted = isRefresh ? [this.state.sort] : [options.chosenSort, options.sort];
        const sort = offeredSort(adapter, ...wanted);
        const state = { ...this.state, sort };
        // While the request was in flight, another order may have been chosen or further pages loaded.
        isCurrent = sort === requestedSort && rootCount(state) <= limit;
        if (!isCurrent) return state;
        return firstPageLoaded(state, page);
      },
      onFailure: (error) =>
        isRefresh ? { ...this.state, relisting: { state: 'failed', error } } : listingFailed(this.state, error),
    });
    if (!isCurrent && !signal.aborted) await this.#loadFirstPage(opened, signal);
  }

  /** Requests a page. Requests it again if the viewer has changed, because the response was for the previous one. */
  async #listForViewer(opened: OpenDiscussion, wanted: WantedPage, call: Call): Promise<CommentPage> {
    const { sort, ...rest } = wanted;
    const request = (): Promise<CommentPage> => opened.adapter.list({ ...this.#query(opened, sort), ...rest }, call);
    const viewer = this.#viewerAbort.signal;
    const isCurrent = (): boolean => !viewer.aborted || call.signal.aborted;
    try {
      const page = await request();
      if (isCurrent()) return page;
    } catch (thrown) {
      if (isCurrent()) throw thrown;
    }
    return request();
  }

  #viewerChanged(viewer: Viewer): void {
    this.#viewerAbort.abort();
    this.#viewerAbort = new AbortController();
    const { info, more } = this.state;
    this.#state.set({
      ...viewerReplaced(this.state, viewer),
      info: info && { ...info, viewer },
      more: more.state === 'loading' ? { state: 'ready' } : more,
    });
    this.reload();
  }

  get #pageSize(): number {
    return this.#opened?.options.pageSize ?? DEFAULT_PAGE_SIZE;
  }

  #query({ adapter, discussion }: OpenDiscussion, sort = this.state.sort): ListQuery {
    return { discussion, ...sortQuery(adapter, sort), limit: this.#pageSize };
  }
}

function openingFailed(state: DiscussionState, error: AdapterError): DiscussionState {
  // If the backend requires a sign-in for reading, the comment form leads to the sign-in.
  const forGuests: DiscussionInfo = { state: 'open', posting: { who: 'signed-in' } };
  const info = infoFromError(error) ?? (needsSignIn(error) ? forGuests : undefined);
  return info ? infoLoaded(state, info, Date.now()) : { ...state, opening: { state: 'failed', error } };
}

function listingFailed(state: DiscussionState, error: AdapterError): DiscussionState {
  if (!infoFromError(error)) return { ...state, listing: { state: 'failed', error } };
  // Some backends report "closed" or "no such discussion" from `list` and not from `open`.
  const opened = state.opening.state === 'ready' ? state : openingFailed(state, error);
  return { ...opened, listing: { state: 'ready' } };
}
