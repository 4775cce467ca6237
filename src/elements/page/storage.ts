/** JSON in web storage. Storage may be blocked or full. */
import type { CommentId, Vote } from '../../model/adapter.js';

type Area = 'localStorage' | 'sessionStorage';

/** A vote that waits for its voter to sign in. */
export interface WaitingVote {
  readonly discussion: string;
  readonly id: CommentId;
  readonly value: Vote['value'];
  /** The account whose session had expired. Undefined if the viewer was not signed in. */
  readonly by: string | undefined;
  /** In milliseconds since the epoch. */
  readonly waitsUntil: number;
}

/** The key of a waiting vote: in session storage or, if that is blocked, in local storage. */
export const pendingVoteKey = (discussion: string | undefined): string => `article-comments:vote:${discussion}`;

/** The stored value. Undefined if there is none, or none that can be read, which is removed. */
export function readJson(area: Area, key: string): unknown {
  try {
    const stored = globalThis[area].getItem(key);
    return stored === null ? undefined : (JSON.parse(stored) as unknown);
  } catch {
    return void writeJson(area, key, undefined);
  }
}

/** Stores a value; undefined removes it. Returns whether that succeeded. */
export function writeJson(area: Area, key: string, value: unknown): boolean {
  try {
    if (value === undefined) globalThis[area].removeItem(key);
    else globalThis[area].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
