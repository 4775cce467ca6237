import { sql } from 'kysely';
import type { Data } from '../database/data.js';
import { countNotices } from './list-notices.js';
import { reportedComments } from './open-reports.js';

export interface QueueCounts {
  readonly held: number;
  readonly reported: number;
  readonly notices: number;
}

/** Numbers of comments and notices in the queues that wait for a moderator. */
export async function countQueues({ database }: Pick<Data, 'database'>): Promise<QueueCounts> {
  const [held, reported, notices] = await Promise.all([
    database
      .selectFrom('comments')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      // A literal condition, so that the planner uses the partial index.
      .where(sql<boolean>`status = 'pending'`)
      .executeTakeFirstOrThrow(),
    database
      .selectFrom(reportedComments(database).as('open'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    countNotices({ database }),
  ]);
  return { held: held.count, reported: reported.count, notices };
}
