import type { Draft, GuestField, Posting } from '../adapter.js';
import { charactersLeft } from './text-length.js';

/** A reason why a draft cannot be posted. */
export type DraftProblem =
  | { readonly field: 'body'; readonly problem: 'missing' }
  | { readonly field: 'body'; readonly problem: 'too-short'; readonly least: number }
  | { readonly field: 'body'; readonly problem: 'too-long'; readonly over: number }
  | { readonly field: GuestField; readonly problem: 'missing' | 'invalid' }
  /** Refused by the backend, with a message of its own. */
  | { readonly field: GuestField | 'body'; readonly problem: 'refused' };

/** What the fields of guests have to match, in the order of the form. */
const PATTERNS: Readonly<Record<GuestField, RegExp>> = {
  name: /^/,
  // This catches typos. Only sending mail can tell whether the address works.
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  website: /^https?:\/\/[^\s/]+\.[^\s]+$/i,
};

/** Checks a draft against the backend's rules. Returns all problems in the order of the form. */
export function draftProblems(
  { body, guest = {} }: Pick<Draft, 'body' | 'guest'>,
  posting: Posting,
): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  const text = body.trim();
  if (text === '') problems.push({ field: 'body', problem: 'missing' });
  else if (posting.min !== undefined && text.length < posting.min)
    problems.push({ field: 'body', problem: 'too-short', least: posting.min });
  const left = charactersLeft(text, posting.max);
  // A comparison with undefined is false.
  if (left! < 0) problems.push({ field: 'body', problem: 'too-long', over: -left! });
  for (const [field, pattern] of Object.entries(PATTERNS) as [GuestField, RegExp][]) {
    const rule = posting.guest?.[field];
    const value = guest[field]?.trim();
    const isWrong = value ? rule && !pattern.test(value) : rule?.required;
    if (isWrong) problems.push({ field, problem: value ? 'invalid' : 'missing' });
  }
  return problems;
}
