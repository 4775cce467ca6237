import { sql } from 'kysely';
import type { Comment } from 'article-comments/rules.js';
import type { CommentRow } from '../database/tables.js';
import { isModerator } from '../identity/caller.js';
import type { Store } from '../store.js';
import { writeCursor } from './cursor.js';
import type { PageBudget } from './page-budget.js';
import { readableBy } from './readable.js';
import type { Siblings } from './siblings.js';

/** Maximum number of replies per comment, and of comments on a page including replies. */
const maxRepliesEach = 10;
const maxPageSize = 250;

export type RemainingReplies = ReadonlyMap<string, NonNullable<Comment['replies']>>;

/**
 * Adds replies to the comments of a page, with one query per level. `replies` has the total and the cursor for those that
 * did not fit.
 */
export async function expandReplies(
  store: Store,
  { discussion, caller }: Siblings,
  comments: readonly CommentRow[],
  budget: PageBudget,
): Promise<{ readonly rows: readonly CommentRow[]; readonly replies: RemainingReplies }> {
  const rows = [...comments];
  const remaining = new Map<string, NonNullable<Comment['replies']>>();
  const hasReplies = ({ replies, held_replies: held }: CommentRow): boolean =>
    replies > 0 || (held > 0 && caller.identity !== undefined);
  for (let parents = comments.filter(hasReplies); parents.length > 0;) {
    const each = Math.min(maxRepliesEach, Math.floor((maxPageSize - rows.length) / parents.length));
    // One extra row tells whether there are more.
    const found = each < 1 ? [] : await repliesTo(store, { discussion, caller, parents, limit: each + 1 });
    const level = parents.flatMap((parent) => {
      const all = found.filter((reply) => reply.parent === parent.id);
      const included = budget.take(all.slice(0, each));
      const total = Math.max(all.length, parent.replies + (isModerator(caller) ? parent.held_replies : 0));
      const scope = { discussion, sort: 'oldest', parent: parent.id } as const;
      const next = writeCursor(store.signer, scope, { number: included.at(-1)?.number ?? 0, early: [] });
      if (all.length > included.length || (each < 1 && total > 0)) remaining.set(parent.id, { total, next });
      return included;
    });
    rows.push(...level);
    parents = level.filter(hasReplies);
  }
  return { rows, replies: remaining };
}

interface RepliesRequest extends Omit<Siblings, 'parent'> {
  readonly parents: readonly CommentRow[];
  /** Maximum number of replies per parent. */
  readonly limit: number;
}

/** The first replies to each of several comments. */
function repliesTo({ database }: Store, { discussion, caller, parents, limit }: RepliesRequest): Promise<CommentRow[]> {
  return database
    .selectFrom('comments as parents')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('comments')
          .selectAll('comments')
          .where('comments.discussion', '=', discussion)
          .whereRef('comments.parent', '=', 'parents.id')
          .where(readableBy(caller))
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
