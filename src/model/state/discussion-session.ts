import type { Call, CommentPage, CommentsAdapter, DiscussionRef, ListQuery, Viewer } from '../adapter.js';
import type { DiscussionState } from './discussion-state.js';

/** A page as the store asks for it. `sort`: the id of an order. */
export interface WantedPage extends Partial<Omit<ListQuery, 'discussion' | 'sort' | 'sortOption'>> {
  readonly sort?: string | undefined;
}

/**
 * Access to one open discussion, from `DiscussionStore.open` to `close`. It is how code that loads on demand, such as
 * the writer, reads and replaces the store's state. Nothing it does has an effect once the session has ended.
 */
export interface DiscussionSession {
  readonly adapter: CommentsAdapter;
  readonly discussion: DiscussionRef;
  /** Aborted when the session ends. */
  readonly signal: AbortSignal;
  /** Aborted when somebody else begins to read, and when the session ends. There is a new one for the next viewer. */
  readonly viewerSignal: AbortSignal;
  /** The store's current state. */
  readonly state: DiscussionState;
  /** Replaces the state. */
  set(state: DiscussionState): void;
  /** Requests one page of comments. Whatever `query` omits is as the store would request it. */
  list(query: WantedPage, call: Call): Promise<CommentPage>;
  /** Records who is reading now, and reloads the discussion for them. */
  viewerChanged(viewer: Viewer): void;
}
