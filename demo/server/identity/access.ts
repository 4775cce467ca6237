/** Checks of what a caller may do. Each throws a `Problem`. */
import { Problem } from '../http/problem.js';
import { isModerator, type Caller } from './caller.js';

/** Refuses callers whose account may not post. */
export function requireWriteAccess({ person }: Caller): void {
  if (person?.refusal)
    throw new Problem('blocked', person.refusal.message ?? 'You may not post here.', { code: person.refusal.reason });
}

/** Refuses to publish under a name that the page did not show: another tab has signed in or out. `shown`: the author's id. */
export function requireAuthor({ person }: Caller, shown: string | null | undefined): void {
  if (shown !== undefined && shown !== (person?.author.id ?? null))
    throw new Problem('session-expired', 'Somebody else is signed in by now.');
}

export function requireModerator(caller: Caller): void {
  if (!caller.person) throw new Problem('sign-in-required', 'Sign in first.');
  if (!isModerator(caller)) throw new Problem('forbidden', 'Only moderators may do this.');
}
