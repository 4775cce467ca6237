import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { Store } from '../store.js';

/** The beginning of `reporter` in reports whose sender is erased. */
export const FORGOTTEN = 'forgotten:';

/** A report without its reporter and their words. The reference keeps the reports of a comment apart. */
export const withoutReporter = {
  reporter: sql<string>`${FORGOTTEN} || reference`,
  reporter_name: null,
  report_key: null,
  detail: '',
} as const;

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
    .set({ handled_at: now(), ...(retentionDays === 0 && withoutReporter) })
    .where('discussion', '=', discussion)
    .where('comment', '=', comment)
    .where('handled_at', 'is', null)
    .$if(references !== undefined, (query) => query.where('reference', 'in', references ?? []))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
