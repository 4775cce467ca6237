/** The moderators' queues across all discussions, read page by page. */
import { type RawBuilder, sql } from 'kysely';
import { discussionId } from '../discussion/discussion-state.js';
import type { Store } from '../discussion/store.js';
import { loadReports, type PlacedComment, reportedComments, type ReportRow } from './open-reports.js';
import { ages, isFiltered, type QueueFilter, type QueueName } from './queue-address.js';
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

type Condition = RawBuilder<boolean>;

const nameOfAuthor = sql<string>`comments.author::jsonb ->> 'name'`;

/** `since`: the column that says when a comment came into the queue. */
export function conditionsOf(
  { rules, now }: Pick<Store, 'rules' | 'now'>,
  { search, discussion, by, cause, age }: QueueFilter,
  since: RawBuilder<Date>,
): Condition {
  const conditions = [
    ...search.split(/\s+/).filter(Boolean).map(hasWord),
    ...(discussion === '' ? [] : [sql<boolean>`comments.discussion = ${discussionId(discussion)}`]),
    ...(by === '' ? [] : [writers[by]]),
    ...(cause === '' ? [] : [causeIs(cause, rules.words.held)]),
    ...(age === '' ? [] : [hasAge(age, since, now())]),
  ];
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

/** The text, the author's name, or the id of the author as it stands beside the comment. */
function hasWord(word: string): Condition {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(comments.body ilike ${pattern} or ${nameOfAuthor} ilike ${pattern} or comments.owner = ${word})`;
}

// The table may be in the schema of a site, which Kysely adds.
const writers: Readonly<Record<Exclude<QueueFilter['by'], ''>, Condition>> = {
  guest: sql`comments.owner like 'guest:%'`,
  account: sql`comments.owner like 'person:%'`,
  first: sql`(comments.owner is not null and not exists (
    select 1 from ${sql.table('comments')} as published where published.owner = comments.owner and published.status = 'visible'))`,
};

function causeIs(cause: Exclude<QueueFilter['cause'], ''>, words: readonly string[]): Condition {
  const isJudged = sql<boolean>`comments.judgement is not null`;
  if (cause === 'check') return isJudged;
  const isListed = words.length === 0 ? sql<boolean>`false` : hasListedWord(words);
  return cause === 'words' ? isListed : sql`not (${isJudged} or ${isListed})`;
}

/** The same as `listedWords()`: what hides a word from a program, but not from a reader, does not count. */
function hasListedWord(words: readonly string[]): Condition {
  const text = sql`concat_ws(' ', ${nameOfAuthor}, comments.body)`;
  // Only texts with other characters than ASCII can hide anything. Most have none, and this is slow.
  const hidden = words.map((word) => [...word.normalize('NFKD')].map((letter) => `${letter}${ignored}*`).join(''));
  return sql`(lower(${text}) ~ ${anyOf(words)}
    or (octet_length(${text}) <> char_length(${text}) and lower(normalize(${text}, nfkd)) ~ ${anyOf(hidden)}))`;
}

const anyOf = (patterns: readonly string[]): string => `(^|[^[:alnum:]])(${patterns.join('|')})([^[:alnum:]]|$)`;

/** Marks, joiners and fillers, in decomposed text. */
const ignored =
  '[\\u00ad\\u0300-\\u036f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff]';

function hasAge(age: Exclude<QueueFilter['age'], ''>, since: RawBuilder<Date>, now: Date): Condition {
  const { side, hours } = ages[age];
  const time = new Date(now.getTime() - hours * 3_600_000);
  return side === 'newer' ? sql`${since} > ${time}` : sql`${since} <= ${time}`;
}
