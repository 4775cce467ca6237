import { type Access, accessAt, nextAccessChange } from './access.js';
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentId,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionRef,
  type Features,
  type ListQuery,
  type Report,
  type ReportReceipt,
  type Sort,
  type Viewer,
} from './adapter.js';
import { toAdapterError } from './adapter-error.js';
import { type DiscussionState, firstPageArrived, infoArrived, pageArrived, UNOPENED } from './discussion-state.js';
import type { WritingPort } from './discussion-writing.js';
import type { Intent, SubmitOutcome } from './submission.js';

export interface DiscussionOptions {
  /** Top-level comments a page. Default 25. */
  readonly pageSize?: number;
  /** Default: the first that the adapter offers. */
  readonly sort?: Sort | undefined;
  /** True: closed by the publisher, whatever the backend says. */
  readonly closed?: boolean;
}

/** How a request that a person made ended. `aborted`: nobody waits for it any more. */
export type Outcome<T> =
  { readonly type: 'done'; readonly value: T } | { readonly type: 'failed'; readonly error: AdapterError } | { readonly type: 'aborted' };

type Writing = typeof import('./discussion-writing.js');
type Args<Name extends keyof Writing> = Parameters<Writing[Name]> extends [WritingPort, ...infer Rest] ? Rest : never;
type Answer<Name extends keyof Writing> = Awaited<ReturnType<Writing[Name]>>;

/** How a write ends whose code could not be fetched, or whose discussion has been left. */
type Failed = { readonly type: 'failed'; readonly error: AdapterError; readonly uncertain: false } | { readonly type: 'aborted' };

/** Pages looked through for a comment that may be stored already. */
const PAGES_SEARCHED = 20;

/** The longest that a browser's timer can wait, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * A discussion without a page: opens it, lists it, posts and reports, and tells its listeners of every step. It needs no
 * DOM. Each state is a frozen snapshot; what changed is a new object, what did not is the same one.
 */
export class DiscussionStore {
  #state: DiscussionState = Object.freeze(UNOPENED);
  #adapter: CommentsAdapter | undefined;
  #options: DiscussionOptions = {};
  /** Aborted when the discussion or the adapter changes: everything asked under it is then stale. */
  #stay = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  /** Writes under way, by intent: a second call joins the first. */
  readonly #writes = new Map<string, Promise<unknown>>();

  get state(): DiscussionState {
    return this.#state;
  }

  get adapter(): CommentsAdapter | undefined {
    return this.#adapter;
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
    const stop = adapter.onViewerChange?.((viewer) => this.#viewerChanged(viewer));
    if (stop) signal.addEventListener('abort', stop, { once: true });
    this.reload();
  }

  /** Leaves the discussion: what is under way is aborted, timers and subscriptions end. */
  close(): void {
    this.#stay.abort();
    this.#stay = new AbortController();
    this.#writes.clear();
    clearTimeout(this.#timer);
    this.#adapter = undefined;
    this.#set(UNOPENED);
  }

  /** Changes what the publisher set; a closed page closes at once. */
  setClosed(closed: boolean): void {
    this.#options = { ...this.#options, closed };
    this.#set(this.#state);
  }

  /** Asks again for the state and the first page, for what failed as for what may be stale. */
  reload(): void {
    if (!this.#adapter) return;
    void this.#loadInfo();
    void this.#loadFirstPage();
  }

  /** Asks for the next page, if there is one and it is not being asked for. */
  async loadMore(): Promise<void> {
    const { more, next } = this.#state;
    if (next === undefined || more.state === 'loading') return;
    this.#set({ ...this.#state, more: { state: 'loading' } });
    const outcome = await this.#ask((adapter, call) => list(adapter, { ...this.#query(), cursor: next }, call));
    if (outcome.type === 'done') this.#set(pageArrived(this.#state, outcome.value));
    if (outcome.type === 'failed') this.#set({ ...this.#state, more: { state: 'failed', error: outcome.error } });
  }

  /** Posts a comment once, however often it is called for one `submitKey`. A failure is an outcome, not an exception. */
  submit(intent: Intent): Promise<SubmitOutcome> {
    return this.#write('submit', intent.submitKey, intent);
  }

  /** Looks whether a comment whose sending ended in doubt has arrived after all. */
  arrived(intent: Intent): Promise<Outcome<Comment | undefined>> {
    return this.#write('arrived', intent.submitKey, intent);
  }

  /** Takes a comment that failed out of those on their way. */
  forget(submitKey: string): Promise<unknown> {
    return this.#write('forget', submitKey, submitKey);
  }

  /** Reports a comment once, however often it is called while the first call is under way. */
  report(report: Report): Promise<Outcome<ReportReceipt>> {
    return this.#write('report', report.id, report);
  }

  withdrawReport(id: CommentId): Promise<Outcome<void>> {
    return this.#write('withdrawReport', id, id);
  }

  /** Signs the viewer in, or answers with the address of the page that does. */
  signIn(): Promise<Outcome<Viewer | { readonly redirect: string }>> {
    return this.#write('signIn', '');
  }

  signOut(): Promise<Outcome<void>> {
    return this.#write('signOut', '');
  }

  async #loadInfo(): Promise<void> {
    const silent = this.#state.opening.state === 'ready';
    if (!silent) this.#set({ ...this.#state, opening: { state: 'loading' } });
    const outcome = await this.#ask((adapter, call) => adapter.open(this.#discussion, call));
    if (outcome.type === 'done') this.#set(infoArrived(this.#state, outcome.value));
    if (outcome.type === 'failed' && !silent) this.#openFailed(outcome.error);
  }

  #openFailed(error: AdapterError): void {
    const state = stateOf(error);
    if (state) this.#set(infoArrived(this.#state, { state, stateMessage: error.message || undefined }));
    else this.#set({ ...this.#state, opening: { state: 'failed', error } });
  }

  async #loadFirstPage(): Promise<void> {
    const silent = this.#state.listing.state === 'ready';
    if (!silent) this.#set({ ...this.#state, listing: { state: 'loading' } });
    // Whatever was unfolded stays unfolded when the list is asked for again.
    const limit = Math.max(this.#query().limit, this.#state.comments.length);
    const outcome = await this.#ask((adapter, call) => list(adapter, { ...this.#query(), limit }, call));
    if (outcome.type === 'done') this.#set(firstPageArrived(this.#state, outcome.value));
    if (outcome.type !== 'failed' || silent) return;
    const { error } = outcome;
    // Some backends answer the list, not the question for the state, with "closed" or "no such discussion".
    if (stateOf(error)) {
      if (this.#state.opening.state !== 'ready') this.#openFailed(error);
      this.#set({ ...this.#state, listing: { state: 'ready' } });
    } else this.#set({ ...this.#state, listing: { state: 'failed', error } });
  }

  async #find(matches: (comment: Comment) => boolean, call: Call): Promise<Comment | undefined> {
    const adapter = this.#adapter;
    const sort = this.features.sorts?.includes('newest') ? 'newest' : this.#state.sort;
    let cursor: string | undefined;
    for (let page = 0; adapter && page < PAGES_SEARCHED; page++) {
      const { items, next } = await list(adapter, { ...this.#query(), sort, cursor }, call);
      const found = items.find(matches);
      if (found || next === undefined) return found;
      cursor = next;
    }
    return undefined;
  }

  #viewerChanged(viewer: Viewer): void {
    const { info } = this.#state;
    this.#set({ ...this.#state, viewer, info: info && { ...info, viewer } });
    this.reload();
  }

  get #discussion(): DiscussionRef {
    return this.#state.discussion ?? { key: '', url: '' };
  }

  #query(): ListQuery {
    return { discussion: this.#discussion, sort: this.#state.sort, limit: this.#options.pageSize ?? 25 };
  }

  /** One request under the present discussion; its answer counts for nothing once that has been left. */
  async #ask<T>(request: (adapter: CommentsAdapter, call: Call) => Promise<T>): Promise<Outcome<T>> {
    const { signal } = this.#stay;
    const adapter = this.#adapter;
    if (!adapter) return { type: 'aborted' };
    try {
      const value = await request(adapter, { signal });
      return signal.aborted ? { type: 'aborted' } : { type: 'done', value };
    } catch (thrown) {
      return signal.aborted ? { type: 'aborted' } : { type: 'failed', error: toAdapterError(thrown) };
    }
  }

  /** A write, whose code is fetched first. A second call for the same thing joins the first while that is under way. */
  #write<Name extends keyof Writing>(name: Name, about: string, ...args: Args<Name>): Promise<Answer<Name> | Failed> {
    const writes = this.#writes;
    const key = name + about;
    const running = (writes.get(key) as Promise<Answer<Name>> | undefined) ?? this.#begin(name, args).finally(() => writes.delete(key));
    writes.set(key, running);
    return running;
  }

  async #begin<Name extends keyof Writing>(name: Name, args: Args<Name>): Promise<Answer<Name> | Failed> {
    const adapter = this.#adapter;
    const { signal } = this.#stay;
    let writing: Writing;
    try {
      writing = await import('./discussion-writing.js');
    } catch (cause) {
      return { type: 'failed', error: new AdapterError('network', '', { cause, stored: 'no' }), uncertain: false };
    }
    if (!adapter || signal.aborted) return { type: 'aborted' };
    const write = writing[name] as unknown as (port: WritingPort, ...args: Args<Name>) => Promise<Answer<Name>>;
    return write(this.#port(adapter), ...args);
  }

  #port(adapter: CommentsAdapter): WritingPort {
    const state = (): DiscussionState => this.#state;
    return {
      adapter,
      get state() {
        return state();
      },
      set: (next) => this.#set(next),
      ask: (request) => this.#ask(request),
      find: (matches, call) => this.#find(matches, call),
      viewerChanged: (viewer) => this.#viewerChanged(viewer),
    };
  }

  #set(state: DiscussionState): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    const access = accessAt(state.info, { now, closedByPublisher: this.#options.closed ?? false });
    this.#state = Object.freeze({ ...state, access: same(access, this.#state.access) ? this.#state.access : access });
    const change = nextAccessChange(state.info, now);
    if (change !== undefined) this.#timer = setTimeout(() => this.#set(this.#state), Math.min(change - now, LONGEST_TIMER));
    for (const listener of this.#listeners) listener();
  }
}

async function list(adapter: CommentsAdapter, query: ListQuery, call: Call): Promise<CommentPage> {
  const page = await adapter.list(query, call);
  if (!Array.isArray(page?.items)) {
    throw new AdapterError(
      'bad-response',
      `list() answered ${JSON.stringify(page)}: answer an object whose "items" is an array of comments`,
    );
  }
  return page;
}

function stateOf({ kind }: AdapterError): 'closed' | 'disabled' | 'missing' | undefined {
  return kind === 'closed' || kind === 'disabled' ? kind : kind === 'not-found' ? 'missing' : undefined;
}

function same(one: Access, other: Access): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
