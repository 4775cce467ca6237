import { readJson, writeJson } from '../page/storage.js';
import { type WaitingVote, waitingVoteKey } from './waiting-vote.js';

/**
 * Saves the vote of a viewer who is signing in, because signing in may lead through other pages: in session storage or, where that is
 * blocked, in local storage, from where `ReturningVote` takes it.
 */
export class PendingVote {
  /** The vote that was saved in this section. */
  #vote: WaitingVote | undefined;

  save(vote: WaitingVote): void {
    this.#vote = vote;
    write(vote.discussion, vote);
  }

  /** The vote that waits in a discussion. */
  find(discussion: string | undefined): WaitingVote | undefined {
    const stored = readJson('sessionStorage', waitingVoteKey(discussion)) as WaitingVote | undefined;
    const vote = stored ?? this.#vote;
    if (vote?.discussion !== discussion) return undefined;
    if (vote && Date.now() < vote.waitsUntil) return vote;
    return void this.drop(discussion);
  }

  drop(discussion: string | undefined): void {
    this.#vote = undefined;
    write(discussion, undefined);
  }
}

function write(discussion: string | undefined, vote: WaitingVote | undefined): void {
  const key = waitingVoteKey(discussion);
  if (!writeJson('sessionStorage', key, vote)) writeJson('localStorage', key, vote);
}
