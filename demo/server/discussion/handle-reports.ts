import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { Store } from '../store.js';

export interface ReportedComment {
  readonly discussion: string;
  readonly comment: string;
  /** Handles only the reports with these references; all of them by default. */
  readonly references?: readonly string[];
}

/** Takes open reports of a comment out of the moderators' queue. Returns how many. */
export async function handleReports(
  { now, retentionDays }: Pick<Store, 'now' | 'retentionDays'>,
  database: Kysely<Tables>,
  { discussion, comment, references }: ReportedComment,
): Promise<number> {
  if (references?.length === 0) return 0;
  const { numUpdatedRows } = await database
    .updateTable('reports')
    .set({ handled_at: now(), ...(retentionDays === 0 && { detail: '', reporter_name: null }) })
    .where('discussion', '=', discussion)
    .where('comment', '=', comment)
    .where('handled_at', 'is', null)
    .$if(references !== undefined, (query) => query.where('reference', 'in', references ?? []))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
