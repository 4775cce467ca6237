import { safeUrl } from '../../content/safe-url.js';
import { type DraftProblem, draftProblems } from '../../model/drafts/draft-validation.js';
import { type NoticeInput, senderOf } from './notice-entries.js';

/** The longest explanation, and the longest name of a law, in characters. */
export const EXPLANATION_LIMIT = { value: 5000, unit: 'chars' } as const;
const LAW_LIMIT = 500;

/** A reason why a notice cannot be sent. */
export type NoticeProblem =
  | DraftProblem
  | { readonly field: 'law'; readonly over: number }
  /** `index`: which of the further addresses. */
  | { readonly field: 'url'; readonly index: number }
  | { readonly field: 'good-faith' };

/** Checks a notice. */
export function noticeProblems(input: NoticeInput): readonly NoticeProblem[] {
  const { explanation, entries, isAnonymous } = input;
  const rule = { required: !isAnonymous };
  const posting = { guest: { name: rule, email: rule }, max: EXPLANATION_LIMIT };
  const problems: NoticeProblem[] = [...draftProblems({ body: explanation, guest: senderOf(input) }, posting)];
  const over = (entries.law?.trim().length ?? 0) - LAW_LIMIT;
  if (over > 0) problems.push({ field: 'law', over });
  entries.urls?.forEach((url, index) => {
    if (url.trim() !== '' && !isAddress(url.trim())) problems.push({ field: 'url', index });
  });
  if (!entries.goodFaith) problems.push({ field: 'good-faith' });
  return problems;
}

function isAddress(text: string): boolean {
  return /^https?:/i.test(text) && safeUrl(text) !== undefined;
}
