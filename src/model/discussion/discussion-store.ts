import type {
  AdapterError,
  Call,
  CommentsAdapter,
  DiscussionRef,
  Features,
  ListQuery,
  Sort,
  Viewer,
} from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import { requestInfo, requestPage } from '../checked-requests.js';
import { firstPageLoaded, infoLoaded, pageAppended, viewerReplaced } from '../transitions/loading.js';
import type { DiscussionSession } from './discussion-session.js';
import { type DiscussionState, UNOPENED } from './discussion-state.js';
import { ObservableState } from './observable-state.js';

/** Top-level comments. */
const DEFAULT_PAGE_SIZE = 25;

export interface DiscussionOptions {
  /** Top-level comments per page. Default 25. */
  readonly pageSize?: number;
  /** Default: the first order the adapter offers. */
  readonly sort?: Sort | undefined;
  /** True when the publisher closed the discussion, whatever the backend says. */
  readonly closed?: boolean;
}

interface OpenDiscussion {
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
  /** Aborted when the session ends: responses to all of its requests are then stale. */
  #sessionAbort = new AbortController();
  /** Aborted by the next reload, so that an earlier response cannot undo a later one. */
  #reloadAbort = new AbortController();

  get state(): DiscussionState {
    return this.#state.current;
  }

  get adapter(): CommentsAdapter | undefined {
    return this.#opened?.adapter;
  }

  /** The backend's time as far as it is known, in milliseconds since the epoch. */
  get now(): number {
    return Date.now() + this.state.clockOffset;
  }

  get features(): Features {
    return this.adapter?.features ?? {};
  }

  /** Calls `listener` after every change of `state`. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void {
    return this.#state.subscribe(listener);
  }

  /** Closes the current discussion and opens another. Requests its state and its first page in parallel. */
  open(adapter: CommentsAdapter, discussion: DiscussionRef, options: DiscussionOptions = {}): void {
    this.close();
    this.#opened = { adapter, discussion, options };
    this.#state.closedByPublisher = options.closed ?? false;
    const { signal } = this.#sessionAbort;
    this.#state.set({ ...UNOPENED, discussion, sort: options.sort ?? adapter.features?.sorts?.[0] ?? 'oldest' });
    const unsubscribe = adapter.onViewerChange?.((viewer) => signal.aborted || this.#viewerChanged(viewer));
    if (unsubscribe) signal.addEventListener('abort', unsubscribe, { once: true });
    this.reload();
  }

  /** Closes the discussion: aborts its requests, timers and subscriptions. */
  close(): void {
    this.#sessionAbort.abort();
    this.#reloadAbort.abort();
    this.#sessionAbort = new AbortController();
    this.#opened = undefined;
    this.#state.set(UNOPENED);
  }

  /** Closes the discussion to new comments on the publisher's behalf, or lifts that. Takes effect at once. */
  setClosed(closed: boolean): void {
    this.#state.closedByPublisher = closed;
    this.#state.update({});
  }

  /** Requests the state and the first page again, whether the last attempt failed or its result may be stale. */
  reload(): void {
    this.#reloadAbort.abort();
    if (!this.#opened) return;
    this.#reloadAbort = new AbortController();
    void this.#loadInfo();
    void this.#loadFirstPage();
  }

  /** Requests the next page, if there is one and it is not already loading. */
  async loadMore(): Promise<void> {
    const { more, next } = this.state;
    if (next === undefined || more.state === 'loading') return;
    this.#state.update({ more: { state: 'loading' } });
    // A reload in the meantime may have given the list another end, which this page does not follow.
    const isStale = (): boolean => this.state.next !== next;
    await this.#load(
      this.#sessionAbort,
      (opened, call) => requestPage(opened.adapter, { ...this.#query(opened), cursor: next }, call),
      (page) => {
        if (!isStale()) this.#state.set(pageAppended(this.state, page));
      },
      (error) => {
        if (!isStale()) this.#state.update({ more: { state: 'failed', error } });
      },
    );
  }

  /** The current session, for the classes that build on this store. Undefined while no discussion is open. */
  session(): DiscussionSession | undefined {
    if (!this.#opened) return undefined;
    const { adapter, discussion } = this.#opened;
    const { signal } = this.#sessionAbort;
    const state = (): DiscussionState => this.state;
    const query = this.#query(this.#opened);
    return {
      adapter,
      discussion,
      signal,
      get state() {
        return state();
      },
      set: (next) => signal.aborted || this.#state.set(next),
      list: (wanted, call) => requestPage(adapter, { ...query, ...wanted }, call),
      viewerChanged: (viewer) => signal.aborted || this.#viewerChanged(viewer),
    };
  }

  #loadInfo(): Promise<void> {
    const isRefresh = this.state.opening.state === 'ready';
    if (!isRefresh) this.#state.update({ opening: { state: 'loading' } });
    return this.#load(
      this.#reloadAbort,
      ({ adapter, discussion }, call) => requestInfo(adapter, discussion, call),
      (info) => this.#state.set(infoLoaded(this.state, info, Date.now())),
      (error) => {
        if (!isRefresh) this.#openingFailed(error);
      },
    );
  }

  #openingFailed(error: AdapterError): void {
    const state = discussionStateOf(error);
    if (state) this.#state.set(infoLoaded(this.state, { state, stateMessage: error.message || undefined }, Date.now()));
    else this.#state.update({ opening: { state: 'failed', error } });
  }

  #loadFirstPage(): Promise<void> {
    const isRefresh = this.state.listing.state === 'ready';
    if (!isRefresh) this.#state.update({ listing: { state: 'loading' } });
    const requestedSort = this.state.sort;
    // A refresh lists again everything that `loadMore` has added.
    const limit = Math.max(this.#pageSize, rootCount(this.state));
    return this.#load(
      this.#reloadAbort,
      (opened, call) => requestPage(opened.adapter, { ...this.#query(opened), limit }, call),
      (page) => {
        // Some adapters learn from this response which orders the backend offers.
        const { sorts = [] } = this.features;
        const wanted = isRefresh ? this.state.sort : this.#opened?.options.sort;
        const sort = sorts.find((one) => one === wanted) ?? sorts[0] ?? this.state.sort;
        const state = { ...this.state, sort };
        if (sort === requestedSort && rootCount(state) <= limit) return this.#state.set(firstPageLoaded(state, page));
        // Another order was chosen, or further pages loaded, while this page was in flight.
        this.#state.set(state);
        return void this.#loadFirstPage();
      },
      (error) => {
        if (!isRefresh) this.#listingFailed(error);
      },
    );
  }

  #listingFailed(error: AdapterError): void {
    if (!discussionStateOf(error)) return this.#state.update({ listing: { state: 'failed', error } });
    // Some backends report "closed" or "no such discussion" from `list` and not from `open`.
    if (this.state.opening.state !== 'ready') this.#openingFailed(error);
    this.#state.update({ listing: { state: 'ready' } });
  }

  #viewerChanged(viewer: Viewer): void {
    const { info } = this.state;
    this.#state.set({ ...viewerReplaced(this.state, viewer), info: info && { ...info, viewer } });
    this.reload();
  }

  get #pageSize(): number {
    return this.#opened?.options.pageSize ?? DEFAULT_PAGE_SIZE;
  }

  #query({ discussion }: OpenDiscussion): ListQuery {
    return { discussion, sort: this.state.sort, limit: this.#pageSize };
  }

  /** Makes one request. Ignores its result once `controller` is aborted. */
  async #load<T>(
    { signal }: AbortController,
    request: (opened: OpenDiscussion, call: Call) => Promise<T>,
    onSuccess: (response: T) => void,
    onFailure: (error: AdapterError) => void,
  ): Promise<void> {
    const opened = this.#opened;
    if (!opened) return;
    try {
      const response = await request(opened, { signal });
      if (!signal.aborted) onSuccess(response);
    } catch (thrown) {
      if (!signal.aborted) onFailure(toAdapterError(thrown));
    }
  }
}

/** The number of top-level comments, which is what a page's limit counts. */
function rootCount({ comments }: DiscussionState): number {
  return comments.filter(({ parentId }) => !parentId).length;
}

/** The state of a discussion that an error reveals. */
function discussionStateOf({ kind }: AdapterError): 'closed' | 'disabled' | 'missing' | undefined {
  return kind === 'closed' || kind === 'disabled' ? kind : kind === 'not-found' ? 'missing' : undefined;
}
