/** Whose comments a moderator reads before others do, whatever they say. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { type Caller, isGuest, isModerator } from '../identity/caller.js';
import type { HouseRules } from '../rules/house-rules.js';

/** Whether the rules may hold a comment of this owner, regardless of its text. */
export const mayHold = ({ guests, review }: HouseRules, owner: string | null): boolean =>
  review !== 'words' || (guests === 'held' && isGuest(owner));

/** Whether all that the caller writes is reviewed, as far as the rules alone tell. */
export const isReviewed = ({ guests, review }: HouseRules, caller: Caller): boolean =>
  !isModerator(caller) && (review === 'everything' || (guests === 'held' && !caller.person));

/** Whether the next comment of the writer is reviewed. */
export async function needsReview(database: Kysely<Tables>, rules: HouseRules, caller: Caller): Promise<boolean> {
  if (isReviewed(rules, caller)) return true;
  return rules.review === 'first-comments' && !isModerator(caller) && !(await hasPublished(database, caller));
}

async function hasPublished(database: Kysely<Tables>, { identity = '' }: Caller): Promise<boolean> {
  const published = await database
    .selectFrom('comments')
    .select('id')
    .where('owner', '=', identity)
    .where('status', '=', 'visible')
    .limit(1)
    .executeTakeFirst();
  return published !== undefined;
}
