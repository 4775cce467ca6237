import type { CommentId, Vote } from '../../model/adapter.js';
import { PENDING_VOTE_KEY } from './has-pending-vote.js';

/** A vote that waits for its voter to sign in. */
export interface WaitingVote {
  readonly discussion: string;
  readonly id: CommentId;
  readonly value: Vote['value'];
  /** The account whose session had expired. Undefined if the viewer was not signed in. */
  readonly by: string | undefined;
  /** In milliseconds since the epoch. */
  readonly askedAt: number;
}

/** How long a vote waits, in milliseconds: an hour. A later sign-in has other reasons. */
const LIFETIME = 60 * 60_000;

/** Saves the vote of a viewer who is signing in. It uses session storage, because signing in may lead through other pages. */
export class PendingVote {
  /** Used if session storage is blocked. */
  #vote: WaitingVote | undefined;

  save(vote: WaitingVote): void {
    this.#vote = vote;
    attempt(() => sessionStorage.setItem(PENDING_VOTE_KEY, JSON.stringify(vote)));
  }

  /** The vote that waits in a discussion. */
  find(discussion: string | undefined): WaitingVote | undefined {
    const stored = attempt(() => sessionStorage.getItem(PENDING_VOTE_KEY));
    const vote = stored === undefined ? this.#vote : attempt(() => JSON.parse(stored) as WaitingVote);
    if (vote && Date.now() - vote.askedAt < LIFETIME) return vote.discussion === discussion ? vote : undefined;
    if (vote) this.drop();
    return undefined;
  }

  drop(): void {
    this.#vote = undefined;
    attempt(() => sessionStorage.removeItem(PENDING_VOTE_KEY));
  }
}

/** Undefined if nothing is stored, or the storage is blocked or full. */
function attempt<T>(use: () => T): NonNullable<T> | undefined {
  try {
    return use() ?? undefined;
  } catch {
    return undefined;
  }
}
