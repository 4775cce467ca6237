import { type Body, type DiscussionInfo, discussionState, type DiscussionTimes, type Posting } from 'article-comments/rules.js';
import { sha256 } from '../database/signer.js';
import type { DiscussionRow } from '../database/tables.js';
import { Problem } from '../http/problem.js';
import { isModerator, refusalOf, viewerOf, type Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { withHold } from './hold.js';
import { isReviewed } from './review-rules.js';
import { guestFields } from './validate-draft.js';

export const discussionId = (key: string): string => sha256(key);

/** Undefined for a discussion without any comments yet: it is open and not stored. */
export function findDiscussion({ database }: Pick<Store, 'database'>, id: string): Promise<DiscussionRow | undefined> {
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

export const postingWho = ({ guests }: Store['rules']): 'anyone' | 'signed-in' =>
  guests === 'none' ? 'signed-in' : 'anyone';

/** What the caller may post. `rules`: of the site. */
export function postingOf(
  rules: Store['rules'],
  row: Pick<DiscussionRow, 'hold'> | undefined,
  caller: Caller,
): Posting {
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
  store: Store,
  row: DiscussionRow | undefined,
  caller: Caller,
  feedUrl: string | undefined,
): DiscussionInfo {
  const { rules } = store;
  return {
    ...closingState(row, store.now()),
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
