/** A notice of illegal content: what its fields hold, what is wrong with it, and how it is sent. */
import { safeUrl } from '../../content/safe-url.js';
import type { ReportNotice, Viewer } from '../../model/adapter.js';
import { type DraftProblem, draftProblems } from '../../model/drafts/draft-validation.js';
import type { GuestEntries, GuestValues } from '../forms/guest-entries.js';

/** The maximum length of an explanation. */
export const EXPLANATION_LIMIT = { value: 5000, unit: 'chars' } as const;

/** The maximum length of the name of a law, in characters. */
const LAW_LIMIT = 500;

/** The content of the fields besides the explanation. Absent fields have not been filled in. */
export interface NoticeEntries {
  readonly law?: string | undefined;
  /** The addresses of other comments, as typed. */
  readonly urls?: readonly string[] | undefined;
  /** Name and email, if the sender has changed the known ones. */
  readonly guest?: GuestValues | undefined;
  readonly goodFaith?: boolean;
}

/** Everything that a notice is made from. */
export interface NoticeInput {
  readonly explanation: string;
  readonly entries: NoticeEntries;
  /** The address of the comment. */
  readonly address: string;
  readonly viewer: Viewer;
  readonly guest: GuestEntries;
  /** Whether name and email are optional. */
  readonly isAnonymous: boolean;
}

/** A reason why a notice cannot be sent. */
export type NoticeProblem =
  | DraftProblem
  | { readonly field: 'law'; readonly over: number }
  /** `index`: the position among the further addresses. */
  | { readonly field: 'url'; readonly index: number }
  | { readonly field: 'good-faith' };

/** Name and email of the sender, as far as known: from the account, or from what the guest has entered in any form. */
export function senderOf({ entries, viewer, guest }: NoticeInput): GuestValues {
  const known = viewer.state === 'signed-in' ? { name: viewer.author?.name ?? '' } : guest.values;
  const { name = '', email = '' } = { ...known, ...entries.guest };
  return { name, email };
}

/** The entries after the sender has typed in a field or ticked a box. */
export function entriesAfter(input: HTMLInputElement, before: NoticeInput): NoticeEntries {
  const { entries } = before;
  const { name, value, checked, dataset } = input;
  const { urls = [] } = entries;
  switch (name) {
    case 'law':
      return { ...entries, law: value };
    case 'url':
      return { ...entries, urls: urls.map((url, index) => (index === Number(dataset.index) ? value : url)) };
    case 'name':
    case 'email':
      return { ...entries, guest: { ...senderOf(before), [name]: value } };
    case 'good-faith':
      return { ...entries, goodFaith: checked };
    default:
      return entries;
  }
}

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

/** The notice as it is sent. Requires input without problems. */
export function noticeOf(input: NoticeInput): ReportNotice {
  const { explanation, entries, address } = input;
  const law = entries.law?.trim();
  const { name, email } = senderOf(input);
  const others = (entries.urls ?? []).map((url) => url.trim()).filter(Boolean);
  return {
    explanation: explanation.trim(),
    ...(law && { law }),
    urls: [...new Set([address, ...others])],
    ...(name?.trim() && { name: name.trim() }),
    ...(email?.trim() && { email: email.trim() }),
    goodFaith: true,
  };
}
