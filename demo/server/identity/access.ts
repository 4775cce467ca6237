/** Checks of what a caller may do. Each throws a `Problem`. */
import { Problem } from '../http/problem.js';
import { isModerator, type Caller } from './caller.js';

/** Refuses callers whose account may not post. */
export function requireWriteAccess({ person }: Caller): void {
  if (person?.refusal)
    throw new Problem('blocked', person.refusal.message ?? 'You may not post here.', { code: person.refusal.reason });
}

export function requireModerator(caller: Caller): void {
  if (!caller.person) throw new Problem('sign-in-required', 'Sign in first.');
  if (!isModerator(caller)) throw new Problem('forbidden', 'Only moderators may do this.');
}
