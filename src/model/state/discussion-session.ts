import type { Call, CommentPage, CommentsAdapter, DiscussionRef, ListQuery, Viewer } from '../adapter.js';
import type { DiscussionState } from './discussion-state.js';

/** A request for a page. `sort`: the id of an order. */
export interface WantedPage extends Partial<Omit<ListQuery, 'discussion' | 'sort' | 'sortOption'>> {
  readonly sort?: string | undefined;
}

/**
 * Access to one open discussion, from `DiscussionStore.open` to `close`. Code that loads on demand, such as the writer, reads and
 * replaces the store's state through it. Once the session has ended, nothing it does has an effect.
 */
export interface DiscussionSession {
  readonly adapter: CommentsAdapter;
  readonly discussion: DiscussionRef;
  /** Aborted when the session ends. */
  readonly signal: AbortSignal;
  /** Aborted when the viewer changes and when the session ends. Each viewer has another one. */
  readonly viewerSignal: AbortSignal;
  /** The store's current state. */
  readonly state: DiscussionState;
  /** Replaces the state. */
  set(state: DiscussionState): void;
  /** Requests one page of comments. The store's order and page size are the defaults. */
  list(query: WantedPage, call: Call): Promise<CommentPage>;
  /** Replaces the viewer and reloads the discussion for them. */
  viewerChanged(viewer: Viewer): void;
}
