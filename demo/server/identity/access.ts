/** Checks of what a caller may do. Each throws a `Problem`. */
import { Problem } from '../http/problem.js';
import { isModerator, refusalOf, type Caller } from './caller.js';

/** Refuses callers who may not post or vote. */
export function requireAccess(caller: Caller): void {
  const refusal = refusalOf(caller);
  if (refusal) throw new Problem('blocked', refusal.message ?? 'You may not post here.', { code: refusal.reason });
}

/** Refuses callers who may not write, or who have yet to acknowledge a warning. */
export function requireWriteAccess(caller: Caller): void {
  requireAccess(caller);
  if (caller.warning)
    throw new Problem('forbidden', 'First read what the editors have written to you.', { code: 'warned' });
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
