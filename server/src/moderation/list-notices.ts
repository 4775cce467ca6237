import { sql } from 'kysely';
import type { Data } from '../database/data.js';
import type { LegalNoticeRow } from '../database/tables.js';
import type { Store } from '../discussion/store.js';
import type { PlacedComment } from './open-reports.js';
import type { QueuePosition } from './queue-position.js';

/** A notice that waits, with the comment it is about. */
export interface NoticeItem {
  readonly notice: LegalNoticeRow;
  readonly comment: PlacedComment;
}

export interface NoticePage {
  readonly items: readonly NoticeItem[];
  /** Where the next page starts; absent on the last page. */
  readonly next?: QueuePosition;
}

const pageSize = 20;

// A literal condition, so that the planner uses the partial index.
const isOpen = sql<boolean>`legal_notices.decided_at is null and legal_notices.erased_at is null`;

/** Open notices, oldest first. */
export async function listNotices(
  { database }: Pick<Data, 'database'>,
  after: QueuePosition | undefined,
): Promise<NoticePage> {
  const notices = await database
    .selectFrom('legal_notices')
    .selectAll()
    .where(isOpen)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(received_at, discussion, reference) > (${after?.since}::timestamptz, ${after?.discussion}, ${after?.item})`,
      ),
    )
    .orderBy('received_at')
    .orderBy('discussion')
    .orderBy('reference')
    .limit(pageSize + 1)
    .execute();
  const shown = notices.slice(0, pageSize);
  const comments = await loadComments(database, shown);
  const items = shown.flatMap((notice): NoticeItem | [] => {
    const comment = comments.find(({ discussion, id }) => discussion === notice.discussion && id === notice.comment);
    return comment ? { notice, comment } : [];
  });
  const last = shown.at(-1);
  if (!last || notices.length <= pageSize) return { items };
  return { items, next: { since: last.received_at, discussion: last.discussion, item: last.reference } };
}

async function loadComments(
  database: Store['database'],
  notices: readonly LegalNoticeRow[],
): Promise<readonly PlacedComment[]> {
  if (notices.length === 0) return [];
  return database
    .selectFrom('comments')
    .innerJoin('discussions', 'discussions.id', 'comments.discussion')
    .selectAll('comments')
    .select(['discussions.key', 'discussions.url', 'discussions.title', 'discussions.hold'])
    .where((eb) =>
      eb.or(
        notices.map(({ discussion, comment }) =>
          eb.and([eb('comments.discussion', '=', discussion), eb('comments.id', '=', comment)]),
        ),
      ),
    )
    .execute();
}

/** Number of notices that wait for a moderator. */
export async function countNotices({ database }: Pick<Data, 'database'>): Promise<number> {
  const { count } = await database
    .selectFrom('legal_notices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isOpen)
    .executeTakeFirstOrThrow();
  return count;
}
