/** The moderators' queues across all discussions, read page by page. */
import { sql, type Selectable } from 'kysely';
import type { CommentRow, Tables } from '../database/tables.js';
import type { Store } from '../store.js';
import { countNotices } from './legal-notices/list-notices.js';
import type { PlacedComment } from './placed-comment.js';
import type { QueuePosition } from './queue-position.js';

export type ReportRow = Selectable<Tables['reports']>;

export interface QueueItem {
  readonly comment: PlacedComment;
  /** When it came into the queue. */
  readonly since: Date;
  /** The oldest open reports. */
  readonly reports: readonly ReportRow[];
  /** Number of all open reports. */
  readonly reportCount: number;
}

export interface QueuePage {
  readonly items: readonly QueueItem[];
  /** Where the next page starts; absent on the last page. */
  readonly next?: QueuePosition;
}

type Database = Pick<Store, 'database'>;

const pageSize = 20;

/** Maximum number of reports shown for one comment. The rest follow once these are handled. */
const maxReports = 50;

// Literal conditions, so that the planner uses the partial indexes.
const isHeld = sql<boolean>`comments.status = 'pending'`;
const isVisible = sql<boolean>`comments.status = 'visible'`;
const isOpen = sql<boolean>`reports.handled_at is null`;
const isRemoved = sql<boolean>`comments.removed_at is not null and comments.erased_at is null`;

/** What an author has removed is not for moderators to read. */
const byModerator = sql<boolean>`(comments.status = 'hidden' or comments.removed_by is distinct from comments.owner)`;

/** Comments held for review, oldest first. */
export async function listHeld({ database }: Database, after: QueuePosition | undefined): Promise<QueuePage> {
  const rows = await database
    .selectFrom('comments')
    .innerJoin('discussions', 'discussions.id', 'comments.discussion')
    .selectAll('comments')
    .select(['discussions.key', 'discussions.url', 'discussions.title'])
    .where(isHeld)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(comments.created_at, comments.discussion, comments.id) > (${after?.since}::timestamptz, ${after?.discussion}, ${after?.item})`,
      ),
    )
    .orderBy('comments.created_at')
    .orderBy('comments.discussion')
    .orderBy('comments.id')
    .limit(pageSize + 1)
    .execute();
  return toPage(rows.map((comment) => withoutReports(comment, comment.created_at)));
}

/** What moderators have removed and nothing has erased yet, newest first. */
export async function listRemoved({ database }: Database, after: QueuePosition | undefined): Promise<QueuePage> {
  const rows = await database
    .selectFrom('comments')
    .innerJoin('discussions', 'discussions.id', 'comments.discussion')
    .selectAll('comments')
    .select(['discussions.key', 'discussions.url', 'discussions.title'])
    .where(isRemoved)
    .where(byModerator)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(comments.removed_at, comments.discussion, comments.id) < (${after?.since}::timestamptz, ${after?.discussion}, ${after?.item})`,
      ),
    )
    .orderBy('comments.removed_at', 'desc')
    .orderBy('comments.discussion', 'desc')
    .orderBy('comments.id', 'desc')
    .limit(pageSize + 1)
    .execute();
  return toPage(rows.map((comment) => withoutReports(comment, comment.removed_at ?? comment.created_at)));
}

/** Visible comments with open reports, the one that has waited longest first. */
export async function listReported({ database }: Database, after: QueuePosition | undefined): Promise<QueuePage> {
  const rows = await database
    .selectFrom(reportedComments(database).as('open'))
    .innerJoin('comments', (join) =>
      join.onRef('comments.discussion', '=', 'open.discussion').onRef('comments.id', '=', 'open.comment'),
    )
    .innerJoin('discussions', 'discussions.id', 'comments.discussion')
    .selectAll('comments')
    .select(['discussions.key', 'discussions.url', 'discussions.title', 'open.since', 'open.count'])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(open.since, open.discussion, open.comment) > (${after?.since}::timestamptz, ${after?.discussion}, ${after?.item})`,
      ),
    )
    .orderBy('open.since')
    .orderBy('open.discussion')
    .orderBy('open.comment')
    .limit(pageSize + 1)
    .execute();
  const reports = await loadReports(database, rows);
  return toPage(
    rows.map(({ since, count, ...comment }) => ({
      comment,
      since,
      reports: reports.filter((one) => one.discussion === comment.discussion && one.comment === comment.id),
      reportCount: count,
    })),
  );
}

/** Numbers of comments and notices in the queues that wait for a moderator. */
export async function countQueues({
  database,
}: Database): Promise<{ readonly held: number; readonly reported: number; readonly notices: number }> {
  const [held, reported, notices] = await Promise.all([
    database
      .selectFrom('comments')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where(isHeld)
      .executeTakeFirstOrThrow(),
    database
      .selectFrom(reportedComments(database).as('open'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    countNotices({ database }),
  ]);
  return { held: held.count, reported: reported.count, notices };
}

/** Reports of a comment that its author removes are moot, and open again once the comment is restored. */
const reportedComments = (database: Store['database']) =>
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

async function loadReports(
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

const withoutReports = (comment: PlacedComment, since: Date): QueueItem => ({
  comment,
  since,
  reports: [],
  reportCount: 0,
});

/** The list function reads one more item than a page holds, which tells whether there is another page. */
function toPage(found: readonly QueueItem[]): QueuePage {
  const items = found.slice(0, pageSize);
  const last = items.at(-1);
  if (!last || found.length <= pageSize) return { items };
  const { comment, since } = last;
  return { items, next: { since, discussion: comment.discussion, item: comment.id } };
}
