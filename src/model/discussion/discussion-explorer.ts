import type { Comment, CommentId, CommentsAdapter, DiscussionRef, Sort } from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import { listed } from '../transitions/comments.js';
import { newBelow, waitingShown } from '../transitions/waiting.js';
import type { DiscussionSession } from './discussion-session.js';
import { commentsInOrder, type DiscussionState, firstPageArrived, type Progress, UNOPENED } from './discussion-state.js';
import type { DiscussionStore } from './discussion-store.js';
import type { Outcome } from '../outcome.js';
import { branchFound, repliesArrived, unfoldedStill } from '../transitions/replies.js';
import { threadOf } from './thread.js';
import { wrongAnswer } from '../wrong-answer.js';

/** Pages looked through for a comment, and comments asked for above it. */
const MOST_PAGES = 20;
const LONGEST_LINE = 100;

const NO_DISCUSSION: DiscussionRef = { key: '', url: '' };

/** What only some readers do with a discussion: put it in another order, unfold replies, show what is new, follow a link to one comment. */
export class DiscussionExplorer {
  readonly #store: DiscussionStore;
  /** Replies on their way, by the discussion they belong to and by the comment they answer. */
  readonly #loading = new WeakMap<AbortSignal, Map<CommentId, Promise<Outcome<readonly Comment[]>>>>();

  /** Comments that were loaded one by one or with others of their branch, and not with a page. */
  readonly #beyond = new Set<CommentId>();
  /** The state when the list became what it is now, and who read it then. */
  #before: DiscussionState;

  /** Aborted when another order is asked for. */
  #sorting = new AbortController();

  constructor(store: DiscussionStore) {
    this.#store = store;
    this.#before = store.state;
    store.subscribe(() => this.#follow());
  }

  /** Lists in another order. Until the answer is there, what is shown stays; a failure is in `state.sorting`. */
  async sortBy(sort: Sort): Promise<void> {
    this.#sorting.abort();
    const { signal } = (this.#sorting = new AbortController());
    const port = this.#store.session();
    if (!port) return;
    const progress = (sorting: Progress): void => port.set({ ...port.state, sorting });
    if (sort === port.state.sort) return progress(UNOPENED.sorting);
    const leave = (): void => this.#sorting.abort();
    port.signal.addEventListener('abort', leave);
    progress({ state: 'loading' });
    try {
      const page = await port.list({ sort }, { signal });
      if (!signal.aborted) port.set(firstPageArrived({ ...port.state, sort, sorting: UNOPENED.sorting }, page));
    } catch (thrown) {
      if (!signal.aborted) progress({ state: 'failed', error: toAdapterError(thrown) });
    } finally {
      port.signal.removeEventListener('abort', leave);
    }
  }

  /** Asks for the next replies to a comment; answers those that were not there before. A second call joins the first. */
  async loadReplies(parentId: CommentId): Promise<Outcome<readonly Comment[]>> {
    const port = this.#store.session();
    if (!port) return { type: 'aborted' };
    const loading = this.#loading.get(port.signal) ?? new Map<CommentId, Promise<Outcome<readonly Comment[]>>>();
    this.#loading.set(port.signal, loading);
    const running = loading.get(parentId) ?? loadReplies(port, parentId, this.#beyond).finally(() => loading.delete(parentId));
    loading.set(parentId, running);
    return running;
  }

  /** Shows what waits below a comment, or, with null, the rest of it; answers the first of them on the page. */
  showNew(below: CommentId | null): Comment | undefined {
    const port = this.#store.session();
    if (!port) return undefined;
    const waiting = new Set(port.state.waiting.map(({ id }) => id));
    port.set(waitingShown(port.state, below));
    for (const item of threadOf(commentsInOrder(port.state), new Set()))
      if (item.type === 'comment' && waiting.has(item.comment.id)) return item.comment;
    return undefined;
  }

  /** Has a comment shown, with those it answers, wherever in the discussion it is. `undefined`: there is none with this id. */
  async find(id: CommentId): Promise<Outcome<Comment | undefined>> {
    const port = this.#store.session();
    if (!port) return { type: 'aborted' };
    // The first page would take the place of what was found before it; where it failed, somebody may try it again.
    await this.#until(port, ({ listing }) => listing.state === 'ready');
    if (port.signal.aborted) return { type: 'aborted' };
    const found = shown(port, id);
    if (found) return { type: 'done', value: found };
    return port.adapter.get ? fetchBranch(port, id, this.#beyond) : this.#pageTo(port, id);
  }

  /** What is loaded beyond the pages stays when these are asked for again. */
  #follow(): void {
    const before = this.#before;
    const port = this.#store.session();
    const { state } = port ?? this.#store;
    if (state.comments === before.comments) return;
    this.#before = state;
    if (port && state.discussion === before.discussion && state.sort === before.sort) {
      const still = unfoldedStill(state, before, this.#beyond);
      if (still !== state) port.set(still);
    }
  }

  async #pageTo(port: DiscussionSession, id: CommentId): Promise<Outcome<Comment | undefined>> {
    for (let page = 0; page < MOST_PAGES && port.state.next !== undefined; page++) {
      await this.#store.loadMore();
      // Somebody else may have asked for the page.
      await this.#until(port, ({ more }) => more.state !== 'loading');
      if (port.signal.aborted) return { type: 'aborted' };
      const { more } = port.state;
      if (more.state === 'failed') return { type: 'failed', error: more.error };
      const found = shown(port, id);
      if (found) return { type: 'done', value: found };
    }
    return { type: 'done', value: undefined };
  }

  /** Waits until the state is as wanted, or the discussion has been left. */
  #until({ signal }: DiscussionSession, isReached: (state: DiscussionState) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!signal.aborted && !isReached(this.#store.state)) return;
        stop();
        resolve();
      };
      const stop = this.#store.subscribe(look);
      look();
    });
  }
}

/** A comment that is there; one that waits is shown. */
function shown(port: DiscussionSession, id: CommentId): Comment | undefined {
  for (const [below, waiting] of newBelow(port.state))
    if (waiting.some((comment) => comment.id === id)) port.set(waitingShown(port.state, below));
  return listed(port.state).find((comment) => comment.id === id);
}

async function loadReplies(port: DiscussionSession, parentId: CommentId, beyond: Set<CommentId>): Promise<Outcome<readonly Comment[]>> {
  const nextOf = (state: DiscussionState): string | undefined => listed(state).find(({ id }) => id === parentId)?.replies?.next;
  const progress = (step: Progress): void => port.set({ ...port.state, branches: new Map(port.state.branches).set(parentId, step) });
  const cursor = nextOf(port.state);
  if (cursor === undefined) return { type: 'done', value: [] };
  progress({ state: 'loading' });
  const { signal } = port;
  try {
    const page = await port.list({ parentId, cursor }, { signal });
    if (signal.aborted) return { type: 'aborted' };
    const before = port.state;
    // The list may have been asked for again meanwhile, and lead on from another place.
    if (nextOf(before) === cursor) port.set(repliesArrived(before, parentId, page));
    const value = port.state.comments.slice(before.comments.length);
    for (const { id } of value) beyond.add(id);
    return { type: 'done', value };
  } catch (thrown) {
    if (signal.aborted) return { type: 'aborted' };
    const error = toAdapterError(thrown);
    progress({ state: 'failed', error });
    return { type: 'failed', error };
  }
}

/** Asks for one comment, and for those it answers as far as they are missing. */
async function fetchBranch(port: DiscussionSession, id: CommentId, beyond: Set<CommentId>): Promise<Outcome<Comment | undefined>> {
  const { adapter, signal, state } = port;
  const get = async (wanted: CommentId): Promise<Comment> => {
    const comment = await (adapter as Required<CommentsAdapter>).get(state.discussion ?? NO_DISCUSSION, wanted, { signal });
    if (comment?.body) return comment;
    throw wrongAnswer('get', comment);
  };
  let found: Comment;
  try {
    found = await get(id);
  } catch (thrown) {
    if (signal.aborted) return { type: 'aborted' };
    const error = toAdapterError(thrown);
    return error.kind === 'not-found' ? { type: 'done', value: undefined } : { type: 'failed', error };
  }
  const line = new Map([[found.id, found]]);
  for (let at = found; at.parentId && !line.has(at.parentId) && line.size < LONGEST_LINE && !signal.aborted;) {
    const { parentId } = at;
    const known = listed(port.state).find((comment) => comment.id === parentId);
    // A comment without those it answers is better than none.
    const parent = known ?? (await get(parentId).catch(() => undefined));
    if (!parent) break;
    line.set(parent.id, (at = parent));
  }
  if (signal.aborted) return { type: 'aborted' };
  port.set(branchFound(port.state, [...line.values()].toReversed()));
  for (const one of line.keys()) beyond.add(one);
  return { type: 'done', value: found };
}
