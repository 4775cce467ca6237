import {
  type Body,
  type DiscussionInfo,
  discussionState,
  type DiscussionTimes,
  type Draft,
  guestProblem,
  MAX_NAME_LENGTH,
  normalizeLine,
  normalizeText,
  type Posting,
  textProblem,
} from 'article-comments/rules.js';
import type { Data } from '../database/data.js';
import { sha256 } from '../database/signer.js';
import type { DiscussionRow } from '../database/tables.js';
import { type Caller, isModerator, refusalOf, viewerOf } from '../identity/caller.js';
import { withHold } from '../rules/hold.js';
import type { HouseRules } from '../rules/house-rules.js';
import { Problem, refuseInput } from '../rules/problem.js';
import { isReviewed } from './review-rules.js';

export const discussionId = (key: string): string => sha256(key);

/** Undefined for a discussion without any comments yet: it is open and not stored. */
export function findDiscussion({ database }: Pick<Data, 'database'>, id: string): Promise<DiscussionRow | undefined> {
  return database.selectFrom('discussions').selectAll().where('id', '=', id).executeTakeFirst();
}

type ClosingTimes = Pick<DiscussionRow, 'closes_at' | 'closed_at'>;

export const isOpen = (row: ClosingTimes | undefined, now: Date): boolean => closingState(row, now).state === 'open';

export function requireOpen(row: ClosingTimes | undefined, now: Date): void {
  if (!isOpen(row, now)) throw new Problem('closed', 'This discussion is closed.');
}

/** The state with its times. An absent time no longer applies. */
export const closingState = (row: ClosingTimes | undefined, now: Date): DiscussionTimes =>
  discussionState(
    { closesAt: row?.closes_at?.toISOString() },
    { now: now.getTime(), manual: { closedAt: row?.closed_at?.toISOString() } },
  );

/** The editors' message. */
export const messageBody = (value: string): Body => ({ format: 'markdown', value });

export const postingWho = ({ guests }: HouseRules): 'anyone' | 'signed-in' =>
  guests === 'none' ? 'signed-in' : 'anyone';

/** What the caller may post. `rules`: of the site. */
export function postingOf(rules: HouseRules, row: Pick<DiscussionRow, 'hold'> | undefined, caller: Caller): Posting {
  const refusal = refusalOf(caller);
  return {
    who: postingWho(rules),
    ...(!caller.person && rules.guests !== 'none' && { guest: guestFields }),
    max: rules.text,
    ...(isReviewed(withHold(rules, row?.hold), caller) && { premoderated: true }),
    ...(rules.offersNotices && caller.person && { notify: 'off' as const }),
    ...(refusal && { refusal }),
  };
}

/** `feedUrl`: where the feed of this discussion is, if it has one. */
export function discussionInfo(
  { rules, now }: Pick<Data, 'now'> & { readonly rules: HouseRules },
  row: DiscussionRow | undefined,
  caller: Caller,
  feedUrl: string | undefined,
): DiscussionInfo {
  return {
    ...closingState(row, now()),
    total: row?.total ?? 0,
    viewer: viewerOf(caller),
    posting: postingOf(rules, row, caller),
    can: { close: isModerator(caller) },
    ...(isModerator(caller) && { decisions: rules.decisions }),
    policy: rules.policy,
    ...(row?.message && { message: messageBody(row.message) }),
    // There is none before the first comment.
    ...(row && feedUrl !== undefined && { feedUrl }),
  };
}

/** Returns the body as stored. Throws a `Problem` if it is empty or too long. */
export function validateBody(body: string, { text: max }: HouseRules): string {
  const text = normalizeText(body);
  refuseInput(textProblem(text, { max }), {
    'body is missing': 'Please write something first.',
    'body is too long': `A comment may have up to ${max.value} characters.`,
  });
  return text;
}

export interface Guest {
  readonly name: string;
  readonly website?: string;
}

/** The fields of the form for guests. The email address is checked but not stored: nothing sends mail. */
export const guestFields: NonNullable<Posting['guest']> = {
  name: { required: true },
  email: { required: false, neverShown: true },
  website: { required: false },
};

/** Returns the guest's details, for anonymous callers only. */
export function validateGuest({ person }: Caller, guest: Draft['guest'] = {}): Guest {
  if (person) return { name: '' };
  const name = normalizeLine(guest.name ?? '');
  const email = normalizeLine(guest.email ?? '');
  const website = normalizeLine(guest.website ?? '');
  refuseInput(guestProblem({ name, email, website }, guestFields), {
    'name is missing': 'Please enter a name.',
    'name is invalid': `A name may have up to ${MAX_NAME_LENGTH} characters.`,
    'email is invalid': 'This is not a valid email address.',
    'website is invalid': 'This is not a valid website address. Start with https://',
  });
  return { name, ...(website !== '' && { website: new URL(website).href }) };
}
