/** Where a vote waits for its voter to sign in. */
export const PENDING_VOTE_KEY = 'article-comments:vote';

/** Whether this tab may have kept a vote. By itself, because every reader is asked: `PendingVote` comes with the writing features. */
export function hasPendingVote(): boolean {
  try {
    return sessionStorage.getItem(PENDING_VOTE_KEY) !== null;
  } catch {
    return false;
  }
}
