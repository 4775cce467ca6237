import { sql } from 'kysely';
import type { Comment } from '../../../src/model/adapter.js';
import type { CommentRow } from '../database/tables.js';
import { isModerator } from '../identity/caller.js';
import type { Store } from '../store.js';
import { writeCursor } from './cursor.js';
import { isListedFor, type Siblings } from './listed.js';

/** Replies that one comment has with it on a page, and comments that a page has in all before it stops to add any. */
const repliesEach = 10;
const pageSize = 250;

export type RepliesElsewhere = ReadonlyMap<string, NonNullable<Comment['replies']>>;

/**
 * Adds replies to the comments of a page, level by level, by one query for each. What is not there is told of, with the
 * cursor of where it begins.
 */
export async function withReplies(
  store: Store,
  { discussion, caller }: Siblings,
  comments: readonly CommentRow[],
): Promise<{ readonly rows: readonly CommentRow[]; readonly replies: RepliesElsewhere }> {
  const rows = [...comments];
  const elsewhere = new Map<string, NonNullable<Comment['replies']>>();
  const hasReplies = ({ replies, held_replies: held }: CommentRow): boolean => replies > 0 || (held > 0 && caller.identity !== undefined);
  for (let parents = comments.filter(hasReplies); parents.length > 0;) {
    const each = Math.min(repliesEach, Math.floor((pageSize - rows.length) / parents.length));
    // One more than wanted tells whether there are others.
    const found = each < 1 ? [] : await repliesTo(store, { discussion, caller, parents, limit: each + 1 });
    const level = parents.flatMap((parent) => {
      const all = found.filter((reply) => reply.parent === parent.id);
      const here = all.slice(0, each);
      const total = Math.max(all.length, parent.replies + (isModerator(caller) ? parent.held_replies : 0));
      const place = { discussion, sort: 'oldest', parent: parent.id } as const;
      const next = writeCursor(store.secret, place, { number: here.at(-1)?.number ?? 0, early: [] });
      if (all.length > here.length || (each < 1 && total > 0)) elsewhere.set(parent.id, { total, next });
      return here;
    });
    rows.push(...level);
    parents = level.filter(hasReplies);
  }
  return { rows, replies: elsewhere };
}

interface Wanted extends Omit<Siblings, 'parent'> {
  readonly parents: readonly CommentRow[];
  /** Of the replies to each. */
  readonly limit: number;
}

/** The first replies to each of several comments. */
function repliesTo({ database }: Store, { discussion, caller, parents, limit }: Wanted): Promise<CommentRow[]> {
  return database
    .selectFrom('comments as parents')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('comments')
          .selectAll('comments')
          .where('comments.discussion', '=', discussion)
          .whereRef('comments.parent', '=', 'parents.id')
          .where(isListedFor(caller))
          .orderBy('comments.number')
          .limit(limit)
          .as('replies'),
      (join) => join.on(sql.lit(true)),
    )
    .selectAll('replies')
    .where('parents.discussion', '=', discussion)
    .where(
      'parents.id',
      'in',
      parents.map(({ id }) => id),
    )
    .orderBy('replies.number')
    .execute();
}
