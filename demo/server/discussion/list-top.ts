/**
 * The order by votes. It changes with every vote, so a list goes on in the order that it began in: as of one event of
 * the discussion. A vote keeps the score that it replaces, for as long as a list may last, together with the events
 * between which it held. A comment therefore has exactly one place in each list: by its present score when that has held
 * since before the list began, else by a past one. Comments that came later are in neither and join the next list.
 */
import { sql } from 'kysely';
import type { CommentRow } from '../database/tables.js';
import { Problem } from '../http/problem.js';
import type { Store } from '../store.js';
import type { Position } from './cursor.js';
import { listed, type Siblings } from './listed.js';

/** Seconds for which past scores are kept, and for which a list may thus go on. */
export const topSeconds = 3600;

export function expireTop(after: Position | undefined, now: Date): void {
  if (after?.top && now.getTime() / 1000 - after.top.time > topSeconds)
    throw new Problem('invalid', 'The parameter "cursor" is too old. Load the list anew.');
}

interface Wanted {
  readonly after: Position | undefined;
  readonly early: readonly number[];
  readonly limit: number;
  readonly at: number;
}

/** `rank`: the score that a comment stands in the list by. */
export type RankedRow = CommentRow & { readonly rank: number };

/** What comes after a place in the order as of the event `at`. */
export async function topAfter(store: Store, siblings: Siblings, { after, early, limit, at }: Wanted): Promise<readonly RankedRow[]> {
  const place = after?.top && { score: after.top.score, number: after.number };
  const unchanged = await listed(store, siblings)
    .select('comments.score as rank')
    .where('score_since', '<=', at)
    .$if(place !== undefined, (query) =>
      query.where(sql<boolean>`(comments.score, comments.number) < (${place?.score}::bigint, ${place?.number}::bigint)`),
    )
    .$if(early.length > 0, (query) => query.where('comments.number', 'not in', early))
    .orderBy('comments.score', 'desc')
    .orderBy('comments.number', 'desc')
    .limit(limit)
    .execute();
  // One comment is looked up for each past score in their order, and no more of either than the page takes: left to itself, the
  // database reads all comments as soon as there are many votes.
  const changed = await store.database
    .selectFrom('past_scores as past')
    .innerJoinLateral(
      listed(store, siblings)
        .where(sql<boolean>`comments.number = past.number`)
        .limit(1)
        .as('comments'),
      (join) => join.on(sql.lit(true)),
    )
    .selectAll('comments')
    .select('past.score as rank')
    .where('past.discussion', '=', siblings.discussion)
    .where('past.until', '>', at)
    .where('past.since', '<=', at)
    .$if(place !== undefined, (query) =>
      query.where(sql<boolean>`(past.score, past.number) < (${place?.score}::bigint, ${place?.number}::bigint)`),
    )
    .$if(early.length > 0, (query) => query.where('past.number', 'not in', early))
    .orderBy('past.score', 'desc')
    .orderBy('past.number', 'desc')
    .limit(limit)
    .execute();
  return [...unchanged, ...changed].sort((a, b) => b.rank - a.rank || b.number - a.number).slice(0, limit);
}
