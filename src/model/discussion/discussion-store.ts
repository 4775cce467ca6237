import { type Access, accessAt, nextAccessChange } from './access.js';
import {
  type AdapterError,
  type Call,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionRef,
  type Features,
  type ListQuery,
  type Sort,
  type Viewer,
} from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import { type DiscussionState, firstPageArrived, infoArrived, pageArrived, readBy, UNOPENED } from './discussion-state.js';
import type { DiscussionSession } from './discussion-session.js';

export interface DiscussionOptions {
  /** Top-level comments a page. Default 25. */
  readonly pageSize?: number;
  /** Default: the first that the adapter offers. */
  readonly sort?: Sort | undefined;
  /** True: closed by the publisher, whatever the backend says. */
  readonly closed?: boolean;
}

/** The longest that a browser's timer can wait, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * A discussion without a page: opens it, lists it, and tells its listeners of every step. It needs no DOM; what it takes to
 * post and to report is a `DiscussionWriter`, which only writers load. Each state is a frozen snapshot; what changed is a new object, what did not is the same one.
 */
export class DiscussionStore {
  #state: DiscussionState = Object.freeze(UNOPENED);
  #adapter: CommentsAdapter | undefined;
  #options: DiscussionOptions = {};
  /** Aborted when the discussion or the adapter changes: everything asked under it is then stale. */
  #stay = new AbortController();
  /** Aborted when state and first page are asked for again: an earlier answer must not undo a later one. */
  #round = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  get state(): DiscussionState {
    return this.#state;
  }

  get adapter(): CommentsAdapter | undefined {
    return this.#adapter;
  }

  /** The backend's time, as far as it is known: milliseconds since the epoch. */
  get now(): number {
    return Date.now() + this.#state.clockOffset;
  }

  get features(): Features {
    return this.#adapter?.features ?? {};
  }

  /** Calls `listener` after every change of `state`; the answer stops it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Leaves the present discussion and opens another: asks for its state and its first page at the same moment. */
  open(adapter: CommentsAdapter, discussion: DiscussionRef, options: DiscussionOptions = {}): void {
    this.close();
    this.#adapter = adapter;
    this.#options = options;
    const { signal } = this.#stay;
    this.#set({ ...UNOPENED, discussion, sort: options.sort ?? adapter.features?.sorts?.[0] ?? 'oldest' });
    const stop = adapter.onViewerChange?.((viewer) => signal.aborted || this.#viewerChanged(viewer));
    if (stop) signal.addEventListener('abort', stop, { once: true });
    this.reload();
  }

  /** Leaves the discussion: what is under way is aborted, timers and subscriptions end. */
  close(): void {
    this.#stay.abort();
    this.#round.abort();
    this.#stay = new AbortController();
    clearTimeout(this.#timer);
    this.#adapter = undefined;
    this.#set(UNOPENED);
  }

  /** Changes what the publisher set; a closed page closes at once. */
  setClosed(closed: boolean): void {
    this.#options = { ...this.#options, closed };
    this.#change({});
  }

  /** Asks again for the state and the first page, for what failed as for what may be stale. */
  reload(): void {
    this.#round.abort();
    if (!this.#adapter) return;
    this.#round = new AbortController();
    void this.#loadInfo();
    void this.#loadFirstPage();
  }

  /** Asks for the next page, if there is one and it is not being asked for. */
  async loadMore(): Promise<void> {
    const { more, next } = this.#state;
    if (next === undefined || more.state === 'loading') return;
    this.#change({ more: { state: 'loading' } });
    await this.#load(
      this.#stay,
      (adapter, call) => list(adapter, { ...this.#query(), cursor: next }, call),
      // The list that this page follows may have been asked for again, and have another end now.
      (state, page) => (state.next === next ? pageArrived(state, page) : state),
      (error) => {
        if (this.#state.next === next) this.#change({ more: { state: 'failed', error } });
      },
    );
  }

  /** What a `DiscussionWriter` and the other parts work with, for as long as this discussion is open; undefined while none is. */
  session(): DiscussionSession | undefined {
    const adapter = this.#adapter;
    if (!adapter) return undefined;
    const { signal } = this.#stay;
    const state = (): DiscussionState => this.#state;
    const query = this.#query();
    return {
      adapter,
      signal,
      get state() {
        return state();
      },
      set: (next) => signal.aborted || this.#set(next),
      list: (wanted, call) => list(adapter, { ...query, ...wanted }, call),
      viewerChanged: (viewer) => signal.aborted || this.#viewerChanged(viewer),
    };
  }

  #loadInfo(): Promise<void> {
    const silent = this.#state.opening.state === 'ready';
    if (!silent) this.#change({ opening: { state: 'loading' } });
    return this.#load(
      this.#round,
      async (adapter, call) => {
        const info = await adapter.open(this.#discussion, call);
        if (!info?.state) throw await wrong('open', info);
        return info;
      },
      (state, info) => infoArrived(state, info, Date.now()),
      (error) => {
        if (!silent) this.#openFailed(error);
      },
    );
  }

  #openFailed(error: AdapterError): void {
    const state = stateOf(error);
    if (state) this.#set(infoArrived(this.#state, { state, stateMessage: error.message || undefined }, Date.now()));
    else this.#change({ opening: { state: 'failed', error } });
  }

  #loadFirstPage(): Promise<void> {
    const silent = this.#state.listing.state === 'ready';
    if (!silent) this.#change({ listing: { state: 'loading' } });
    // Whatever was unfolded stays unfolded when the list is asked for again.
    const { sort } = this.#state;
    const limit = Math.max(this.#query().limit, rootsIn(this.#state));
    return this.#load(
      this.#round,
      (adapter, call) => list(adapter, { ...this.#query(), limit }, call),
      (before, page) => {
        // An adapter may have learned with this answer which orders there are.
        const { sorts = [] } = this.features;
        const wanted = silent ? before.sort : this.#options.sort;
        const state = { ...before, sort: sorts.find((one) => one === wanted) ?? sorts[0] ?? before.sort };
        if (state.sort === sort && rootsIn(state) <= limit) return firstPageArrived(state, page);
        // More was unfolded, or another order chosen, while this page was on its way.
        this.#set(state);
        void this.#loadFirstPage();
        return this.#state;
      },
      (error) => {
        if (silent) return;
        // Some backends answer the list, not the question for the state, with "closed" or "no such discussion".
        if (stateOf(error)) {
          if (this.#state.opening.state !== 'ready') this.#openFailed(error);
          this.#change({ listing: { state: 'ready' } });
        } else this.#change({ listing: { state: 'failed', error } });
      },
    );
  }

  #viewerChanged(viewer: Viewer): void {
    const { info } = this.#state;
    this.#set({ ...readBy(this.#state, viewer), info: info && { ...info, viewer } });
    this.reload();
  }

  get #discussion(): DiscussionRef {
    return this.#state.discussion ?? { key: '', url: '' };
  }

  #query(): ListQuery {
    return { discussion: this.#discussion, sort: this.#state.sort, limit: this.#options.pageSize ?? 25 };
  }

  /** One request for what is shown. How it ends counts for nothing once `signal` is aborted. */
  async #load<T>(
    { signal }: AbortController,
    request: (adapter: CommentsAdapter, call: Call) => Promise<T>,
    arrived: (state: DiscussionState, answer: T) => DiscussionState,
    failed: (error: AdapterError) => void,
  ): Promise<void> {
    const adapter = this.#adapter;
    if (!adapter) return;
    try {
      const answer = await request(adapter, { signal });
      if (!signal.aborted) this.#set(arrived(this.#state, answer));
    } catch (thrown) {
      if (!signal.aborted) failed(toAdapterError(thrown));
    }
  }

  #change(part: Partial<DiscussionState>): void {
    this.#set({ ...this.#state, ...part });
  }

  #set(state: DiscussionState): void {
    clearTimeout(this.#timer);
    const now = Date.now() + state.clockOffset;
    const access = accessAt(state.info, { now, closedByPublisher: this.#options.closed ?? false });
    this.#state = Object.freeze({ ...state, access: same(access, this.#state.access) ? this.#state.access : access });
    const change = nextAccessChange(state.info, now);
    if (change !== undefined) this.#timer = setTimeout(() => this.#change({}), Math.min(change - now, LONGEST_TIMER));
    for (const listener of this.#listeners) listener();
  }
}

async function list(adapter: CommentsAdapter, query: ListQuery, call: Call): Promise<CommentPage> {
  const page = await adapter.list(query, call);
  if (!page?.items?.every?.((comment) => comment?.body)) throw await wrong('list', page);
  return page;
}

async function wrong(method: string, answer: unknown): Promise<AdapterError> {
  return (await import('../wrong-answer.js')).wrongAnswer(method, answer);
}

/** Comments of the top level: what a page counts. */
function rootsIn({ comments }: DiscussionState): number {
  return comments.filter(({ parentId }) => !parentId).length;
}

function stateOf({ kind }: AdapterError): 'closed' | 'disabled' | 'missing' | undefined {
  return kind === 'closed' || kind === 'disabled' ? kind : kind === 'not-found' ? 'missing' : undefined;
}

function same(one: Access, other: Access): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
