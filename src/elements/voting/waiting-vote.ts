/**
 * A vote that waits for its voter to sign in, which may lead through other pages. It is in session storage or, if that is blocked, in local
 * storage, until the address of the page leads back to its comment; if that is blocked, too, it is in the address. Evaluated for every reader, and loaded without the code for votes.
 */
import type { CommentId, Vote } from '../../model/adapter.js';
import { readJson } from '../page/storage.js';

export interface WaitingVote {
  readonly discussion: string;
  readonly id: CommentId;
  readonly value: Vote['value'];
  /** The account whose session had expired. Undefined if the viewer was not signed in. */
  readonly by: string | undefined;
  /** In milliseconds since the epoch. */
  readonly waitsUntil: number;
}

/** In an address, between a comment and a vote that the browser could not store: `#comment-12&vote=1`. */
export const IN_ADDRESS = '&vote=';

export const waitingVoteKey = (discussion: string | undefined): string => `article-comments:vote:${discussion}`;

/** Whether a vote waits in session storage. */
export function hasWaitingVote(discussion: string | undefined): boolean {
  return Boolean(readJson('sessionStorage', waitingVoteKey(discussion)));
}
