/** What a viewer submits, and how that ends. */
import type { AdapterError, Comment, Draft, Viewer } from '../adapter.js';

/** A comment to post. Retries of it keep the same `submitKey`. */
export interface Intent extends Omit<Draft, 'discussion' | 'authorId'> {
  /** Who posts it. It is not sent once someone else is signed in. */
  readonly viewer?: Viewer;
  /**
   * When an earlier attempt ended without a clear result, so that the comment may already be stored: the time of the
   * first such attempt by the backend's clock, in milliseconds since the epoch. See `attemptTime`. Absent if every earlier
   * attempt was certainly refused.
   */
  readonly uncertainSince?: number;
}

/** The backend has taken the comment. */
export interface Accepted {
  readonly type: 'published' | 'pending' | 'invisible';
  readonly comment?: Comment | undefined;
  readonly reason?: string | undefined;
}

/** How a submission ended. `aborted`: the session ended before the response arrived. */
export type SubmitOutcome =
  | Accepted
  | { readonly type: 'rejected'; readonly reason?: string }
  /** `uncertain`: the comment may be stored all the same. */
  | { readonly type: 'failed'; readonly error: AdapterError; readonly uncertain: boolean }
  /** Not sent, because someone else is signed in by now. */
  | { readonly type: 'viewer-changed' }
  | { readonly type: 'aborted' };

/** The outcome for a comment that the backend turns out to hold. */
export function foundAs(comment: Comment): Accepted {
  return { type: comment.status === 'pending' ? 'pending' : 'published', comment };
}
