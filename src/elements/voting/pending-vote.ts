import type { CommentId, Vote } from '../../model/adapter.js';
import { pendingVoteKey, readJson, writeJson } from '../page/storage.js';

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
  /** The vote that was saved in this section. Used if session storage is blocked. */
  #vote: WaitingVote | undefined;

  save(vote: WaitingVote): void {
    this.#vote = vote;
    writeJson('sessionStorage', pendingVoteKey(vote.discussion), vote);
  }

  /** The vote that waits in a discussion. */
  find(discussion: string | undefined): WaitingVote | undefined {
    const stored = readJson('sessionStorage', pendingVoteKey(discussion)) as WaitingVote | undefined;
    const vote = stored ?? this.#vote;
    if (vote?.discussion !== discussion) return undefined;
    if (vote && Date.now() - vote.askedAt < LIFETIME) return vote;
    this.drop(discussion);
    return undefined;
  }

  drop(discussion: string | undefined): void {
    this.#vote = undefined;
    writeJson('sessionStorage', pendingVoteKey(discussion), undefined);
  }
}
