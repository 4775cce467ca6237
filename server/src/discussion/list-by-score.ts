/**
 * Paging by score. Votes change the order all the time, so each list keeps the order of the moment it started: that of
 * one event of the discussion. Every vote stores the score it replaces, with the events between which that was valid, for
 * as long as a list may be paged. A comment therefore has exactly one position in a list: by its current score if that is
 * older than the list, otherwise by a former one. Later comments have neither and appear in the next list.
 */
import { sql } from 'kysely';
import type { CommentRow } from '../database/tables.js';
import { Problem } from '../rules/problem.js';
import type { CursorPosition } from './cursor.js';
import { type Siblings, siblingsQuery } from './readable.js';
import type { Store } from './store.js';

/** Seconds for which former scores are kept, and so for which a list can be paged. */
export const scoreHistorySeconds = 3600;

export function rejectExpiredCursor(after: CursorPosition | undefined, now: Date): void {
  if (after?.top && now.getTime() / 1000 - after.top.time > scoreHistorySeconds)
    throw new Problem('invalid', 'The cursor has expired. Reload the list.');
}

interface PageRequest {
  readonly after: CursorPosition | undefined;
  readonly early: readonly number[];
  readonly limit: number;
  readonly at: number;
}

/** `rank` is the score that positions the comment in the list. */
export type RankedRow = CommentRow & { readonly rank: number };

/** The comments after a position, in the order as of event `at`. */
export async function listByScore(
  store: Store,
  siblings: Siblings,
  { after, early, limit, at }: PageRequest,
): Promise<readonly RankedRow[]> {
  const last = after?.top && { score: after.top.score, number: after.number };
  const unchanged = await siblingsQuery(store, siblings)
    .select('comments.score as rank')
    .where('score_since', '<=', at)
    .$if(last !== undefined, (query) =>
      query.where(sql<boolean>`(comments.score, comments.number) < (${last?.score}::bigint, ${last?.number}::bigint)`),
    )
    .$if(early.length > 0, (query) => query.where('comments.number', 'not in', early))
    .orderBy('comments.score', 'desc')
    .orderBy('comments.number', 'desc')
    .limit(limit)
    .execute();
  // The lateral join makes the database look up one comment per former score, in order, and stop after the page. With a plain
  // join it reads all comments once there are many votes.
  const changed = await store.database
    .selectFrom('past_scores as past')
    .innerJoinLateral(
      siblingsQuery(store, siblings)
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
    .$if(last !== undefined, (query) =>
      query.where(sql<boolean>`(past.score, past.number) < (${last?.score}::bigint, ${last?.number}::bigint)`),
    )
    .$if(early.length > 0, (query) => query.where('past.number', 'not in', early))
    .orderBy('past.score', 'desc')
    .orderBy('past.number', 'desc')
    .limit(limit)
    .execute();
  return [...unchanged, ...changed].sort((a, b) => b.rank - a.rank || b.number - a.number).slice(0, limit);
}

interface RepliesRequest {
  readonly after: CursorPosition | undefined;
  readonly early: readonly number[];
  readonly limit: number;
}

export function listByReplies(
  store: Store,
  siblings: Siblings,
  { after, early, limit }: RepliesRequest,
): Promise<CommentRow[]> {
  return siblingsQuery(store, siblings)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(comments.replies, comments.number) < (${after?.replies ?? 0}::bigint, ${after?.number}::bigint)`,
      ),
    )
    .$if(early.length > 0, (query) => query.where('comments.number', 'not in', early))
    .orderBy('comments.replies', 'desc')
    .orderBy('comments.number', 'desc')
    .limit(limit)
    .execute();
}
