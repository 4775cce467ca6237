import type { Body, DiscussionInfo, Posting } from 'article-comments/rules.js';
import type { Data } from '../database/data.js';
import { sha256 } from '../database/signer.js';
import type { DiscussionRow } from '../database/tables.js';
import { type Caller, isModerator, refusalOf, viewerOf } from '../identity/caller.js';
import { withHold } from '../rules/hold.js';
import type { HouseRules } from '../rules/house-rules.js';
import { closingState } from './closing.js';
import { isReviewed } from './review-rules.js';
import { guestFields } from './valid-comment.js';

export const discussionId = (key: string): string => sha256(key);

/** Undefined for a discussion without any comments yet: it is open and not stored. */
export function findDiscussion({ database }: Pick<Data, 'database'>, id: string): Promise<DiscussionRow | undefined> {
  return database.selectFrom('discussions').selectAll().where('id', '=', id).executeTakeFirst();
}

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
