/** The key in session storage of a vote that waits for its voter to sign in. */
export const PENDING_VOTE_KEY = 'article-comments:vote';

/** Whether this tab may have saved a vote. In a file of its own, so that other readers do not download `PendingVote`. */
export function hasPendingVote(): boolean {
  try {
    return sessionStorage.getItem(PENDING_VOTE_KEY) !== null;
  } catch {
    return false;
  }
}
