/** Whom this reader has muted. Evaluated for every reader, and loaded without the code that mutes. */
import { recall } from '../page/preferences.js';

/** The preference with the muted people. */
export const MUTED = 'muted';

/** The muted people, by id or name. Undefined if none have ever been muted. */
export function mutedPeople(): readonly string[] | undefined {
  return recall(MUTED, Array.isArray);
}

export function hasMuted(): boolean {
  return Boolean(mutedPeople()?.length);
}
