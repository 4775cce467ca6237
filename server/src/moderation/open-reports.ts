/** Reports that wait for a moderator. */
import type { Author } from 'article-comments/rules.js';
import { type Selectable, sql } from 'kysely';
import type { CommentRow, DiscussionRow, Tables } from '../database/tables.js';
import type { Store } from '../discussion/store.js';

export type ReportRow = Selectable<Tables['reports']>;

/** Maximum number of reports shown for one comment. The rest follow once these are handled. */
const maxReports = 50;

// Literal conditions, so that the planner uses the partial indexes.
const isVisible = sql<boolean>`comments.status = 'visible'`;
const isOpen = sql<boolean>`reports.handled_at is null`;

/** Reports of a comment that its author removes are moot, and open again once the comment is restored. */
export const reportedComments = (database: Store['database']) =>
  database
    .selectFrom('reports')
    .innerJoin('comments', (join) =>
      join.onRef('comments.discussion', '=', 'reports.discussion').onRef('comments.id', '=', 'reports.comment'),
    )
    .select((eb) => [
      'reports.discussion',
      'reports.comment',
      eb.fn.min<Date>('reports.created_at').as('since'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where(isOpen)
    .where(isVisible)
    .groupBy(['reports.discussion', 'reports.comment']);

export async function loadReports(
  database: Store['database'],
  comments: readonly Pick<CommentRow, 'discussion' | 'id'>[],
): Promise<readonly ReportRow[]> {
  if (comments.length === 0) return [];
  return database
    .selectFrom((eb) =>
      eb
        .selectFrom('reports')
        .selectAll()
        .select(
          sql<number>`row_number() over (partition by discussion, comment order by created_at, reporter)`.as('nth'),
        )
        .where(isOpen)
        .where((where) => where.or(comments.map(({ discussion, id }) => where.and({ discussion, comment: id }))))
        .as('numbered'),
    )
    .selectAll()
    .where('nth', '<=', maxReports)
    .orderBy('nth')
    .execute();
}

/** A comment with the discussion it stands in. */
export type PlacedComment = CommentRow & Pick<DiscussionRow, 'key' | 'url' | 'title' | 'hold'>;

/** The name of a comment's author. */
export const nameOf = ({ author }: Pick<PlacedComment, 'author'>): string =>
  author === null ? 'Unknown author' : (JSON.parse(author) as Author).name;
