import type { Call, CommentPage, CommentsAdapter, ListQuery, Viewer } from '../adapter.js';
import type { DiscussionState } from './discussion-state.js';

/** What the store lends, for one discussion, to the parts of it that only some readers load. Once the discussion has been left, nothing here changes anything. */
export interface DiscussionSession {
  readonly adapter: CommentsAdapter;
  /** Aborted when the discussion is left. */
  readonly signal: AbortSignal;
  readonly state: DiscussionState;
  /** Replaces the state. */
  set(state: DiscussionState): void;
  /** One page of this discussion, asked for as the store does unless told otherwise. */
  list(wanted: Partial<ListQuery>, call: Call): Promise<CommentPage>;
  viewerChanged(viewer: Viewer): void;
}
