/** The moderators' queues across all discussions, read page by page. */
import { sql, type RawBuilder } from 'kysely';
import type { Store } from '../store.js';
import { conditionsOf } from './filter-conditions.js';
import { loadReports, type ReportRow, reportedComments } from './open-reports.js';
import type { PlacedComment } from './placed-comment.js';
import type { QueueName } from './queue-address.js';
import { isFiltered, type QueueFilter } from './queue-filter.js';
import type { QueuePosition } from './queue-position.js';

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
  /** Number of all comments that the filter finds; absent without a filter. */
  readonly found?: number;
  /** Where the next page starts; absent on the last page. */
  readonly next?: QueuePosition;
}

/** A discussion with comments in a queue. */
export interface WaitingDiscussion {
  readonly key: string;
  readonly url: string;
  readonly title: string | null;
  readonly count: number;
}

type Tools = Pick<Store, 'database' | 'rules' | 'now'>;

const pageSize = 50;

/** Maximum number of discussions to choose from: those with the most comments in the queue. */
const maxDiscussions = 100;

interface Queue {
  /** Which comments are in it: literal conditions, so that the planner uses the partial indexes. */
  readonly condition: RawBuilder<boolean>;
  /** When a comment came into it. */
  readonly since: RawBuilder<Date>;
  readonly order: 'asc' | 'desc';
}

const queues: Readonly<Record<QueueName, Queue>> = {
  held: { condition: sql`comments.status = 'pending'`, since: sql`comments.created_at`, order: 'asc' },
  reported: { condition: sql`open.since is not null`, since: sql`open.since`, order: 'asc' },
  removed: {
    // What an author has removed is not for moderators to read.
    condition: sql`comments.removed_at is not null and comments.erased_at is null
      and (comments.status = 'hidden' or comments.removed_by is distinct from comments.owner)`,
    since: sql`comments.removed_at`,
    order: 'desc',
  },
};

/** Comments of a queue that the filter finds: those that wait, the oldest first; those that are removed, the latest first. */
export async function listQueue(
  store: Tools,
  name: QueueName,
  filter: QueueFilter,
  after: QueuePosition | undefined,
): Promise<QueuePage> {
  const { since, order } = queues[name];
  const place = sql`(${since}, comments.discussion, comments.id)`;
  const [rows, found] = await Promise.all([
    inQueue(store, name, filter)
      .selectAll('comments')
      .select(['discussions.key', 'discussions.url', 'discussions.title', 'discussions.hold'])
      .select([since.as('since'), (name === 'reported' ? sql<number>`open.count` : sql<number>`0`).as('count')])
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`${place} ${sql.raw(order === 'asc' ? '>' : '<')}
            (${after?.since}::timestamptz, ${after?.discussion}, ${after?.item})`,
        ),
      )
      .orderBy(since, order)
      .orderBy('comments.discussion', order)
      .orderBy('comments.id', order)
      .limit(pageSize + 1)
      .execute(),
    isFiltered(filter) ? countQueue(store, name, filter) : undefined,
  ]);
  const reports = name === 'reported' ? await loadReports(store.database, rows) : [];
  const items = rows.slice(0, pageSize).map(({ since: time, count, ...comment }): QueueItem => ({
    comment,
    since: time,
    reports: reports.filter((one) => one.discussion === comment.discussion && one.comment === comment.id),
    reportCount: count,
  }));
  const last = items.at(-1);
  // One more was read than a page holds, which tells whether there is another page.
  const hasMore = last !== undefined && rows.length > pageSize;
  return {
    items,
    ...(found !== undefined && { found }),
    ...(hasMore && { next: { since: last.since, discussion: last.comment.discussion, item: last.comment.id } }),
  };
}

/** Number of comments of a queue that the filter finds. */
export async function countQueue(store: Tools, name: QueueName, filter: QueueFilter): Promise<number> {
  const { count } = await inQueue(store, name, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The discussions with comments in a queue, the one with the most first. */
export function listDiscussions(store: Tools, name: QueueName): Promise<readonly WaitingDiscussion[]> {
  return inQueue(store, name)
    .select((eb) => ['discussions.key', 'discussions.url', 'discussions.title', eb.fn.countAll<number>().as('count')])
    .groupBy(['discussions.id', 'discussions.key', 'discussions.url', 'discussions.title'])
    .orderBy('count', 'desc')
    .orderBy('discussions.key')
    .limit(maxDiscussions)
    .execute();
}

function inQueue(store: Tools, name: QueueName, filter?: QueueFilter) {
  const { condition, since } = queues[name];
  return store.database
    .selectFrom('comments')
    .innerJoin('discussions', 'discussions.id', 'comments.discussion')
    .$if(name === 'reported', (query) =>
      query.innerJoin(reportedComments(store.database).as('open'), (join) =>
        join.onRef('open.discussion', '=', 'comments.discussion').onRef('open.comment', '=', 'comments.id'),
      ),
    )
    .where(condition)
    .$if(filter !== undefined, (query) => query.where(conditionsOf(store, filter!, since)));
}
