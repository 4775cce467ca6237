/** Checks of what a caller may do. Each throws a `Problem`. */
import { accessRefusal, type PostingRefusal } from 'article-comments/rules.js';
import { Problem, refuse } from '../rules/problem.js';
import { type Caller, isModerator, type Person, refusalOf, viewerOf } from './caller.js';

/** The refusal with the reasons of a ban in its message: a page that was open before the ban shows only the error. */
function explainedRefusal(caller: Caller): PostingRefusal | undefined {
  const refusal = refusalOf(caller);
  const { rule, facts, redress } = refusal?.decision ?? {};
  return refusal && { ...refusal, message: [refusal.message, rule, facts, redress?.message].filter(Boolean).join(' ') };
}

/** Refuses callers who may not post or vote. */
export const requireAccess = (caller: Caller): void =>
  refuse(accessRefusal({ refusal: explainedRefusal(caller) }, { ...viewerOf(caller), warning: undefined }));

/**
 * Refuses callers who may not write, or who have yet to acknowledge a warning. `who`: whether guests may. By default they may, as they
 * change what they have written.
 */
export const requireWriteAccess = (caller: Caller, who: 'anyone' | 'signed-in' = 'anyone'): void =>
  refuse(accessRefusal({ who, refusal: explainedRefusal(caller) }, viewerOf(caller)));

/** Refuses to publish under a name that the page did not show: another tab has signed in or out. `shown`: the author's id. */
export function requireAuthor({ person }: Caller, shown: string | null | undefined): void {
  if (shown !== undefined && shown !== (person?.author.id ?? null))
    throw new Problem('session-expired', 'Somebody else is signed in by now.');
}

export function requireModerator(caller: Caller): Person {
  if (!caller.person) throw new Problem('sign-in-required', 'Sign in first.');
  if (!isModerator(caller)) throw new Problem('forbidden', 'Only moderators may do this.');
  return caller.person;
}
