/** Posting a comment: what is sent, and how that ends. */
import type { AdapterError, Comment, Draft, Viewer } from '../adapter.js';

/** A comment to post. Retries of it keep the same `submitKey`. */
export interface Intent extends Omit<Draft, 'discussion' | 'authorId'> {
  /** The viewer who posts it. It is not sent once another viewer is signed in. */
  readonly viewer?: Viewer;
  /**
   * When an earlier attempt ended without a clear result, so that the comment may already be stored: the time of the
   * first such attempt by the backend's clock, in milliseconds since the epoch. See `attemptTime`. Absent if every earlier
   * attempt was certainly refused.
   */
  readonly uncertainSince?: number;
}

/** The backend has accepted the comment. */
export interface Accepted {
  readonly type: 'published' | 'pending' | 'invisible';
  readonly comment?: Comment | undefined;
  readonly reason?: string | undefined;
}

/** How a submission ended. `aborted`: the session ended before the response arrived. */
export type SubmitOutcome =
  | Accepted
  | { readonly type: 'rejected'; readonly reason?: string }
  /** `uncertain`: the comment may be stored anyway. */
  | { readonly type: 'failed'; readonly error: AdapterError; readonly uncertain: boolean }
  /** Not sent, because another viewer is signed in by now. */
  | { readonly type: 'viewer-changed' }
  | { readonly type: 'aborted' };

/** How submitting the draft of a form ended: see `submitDraft`. */
export type DraftOutcome =
  | SubmitOutcome
  /** An earlier, unconfirmed text turns out to be stored. The draft was not sent. `as`: how, if it is the same text. */
  | { readonly type: 'arrived'; readonly as: Accepted | undefined }
  /** The page canceled the submission before it was sent. */
  | { readonly type: 'canceled' };

const ACCEPTED: readonly string[] = ['published', 'pending', 'invisible'] satisfies Accepted['type'][];

/** True if the backend has accepted the comment. */
export const isAccepted = (outcome: DraftOutcome): outcome is Accepted => ACCEPTED.includes(outcome.type);

/** The outcome for a comment that the backend turns out to hold. */
export function foundAs(comment: Comment): Accepted {
  return { type: comment.status === 'pending' ? 'pending' : 'published', comment };
}
