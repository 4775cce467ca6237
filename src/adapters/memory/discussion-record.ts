import type { Comment, Report, SubmitResult, Vote } from '../../model/adapter.js';

/** How a comment came in, kept so that the same `submitKey` gets the same answer again. */
export interface Submission {
  readonly key: string;
  readonly outcome: SubmitResult['outcome'];
  readonly reason?: string;
}

export interface StoredComment {
  readonly comment: Comment;
  /** Key of the viewer who wrote it; absent where nobody can claim it. */
  readonly by?: string;
  /** Absent for comments that were put in by `add`. */
  readonly submission?: Submission;
  /** Taken out. Its place is kept, so that paging and its replies stay where they are. */
  readonly gone?: true;
  /** The votes that came in through `vote`, by the key of the viewer. They come on top of the numbers the comment was put in with. */
  readonly votes?: Readonly<Record<string, Vote['value']>>;
  /** Who removed it, and what it was before. */
  readonly removed?: { readonly by: string; readonly was: Comment };
}

/** A report as the editors would see it. */
export interface StoredReport extends Report {
  readonly reference: string;
  /** Key of the viewer who sent it. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly withdrawn?: true;
}

/**
 * What happened in one discussion since the seed. Nothing is ever taken out of the two arrays: the place of a comment
 * is its place in time, and the place of a report is its number.
 */
export interface DiscussionRecord {
  readonly comments: readonly StoredComment[];
  readonly reports: readonly StoredReport[];
  /** ISO 8601: when it was closed by hand. */
  readonly closedAt?: string;
  /** ISO 8601: when it was last opened again by hand. */
  readonly reopenedAt?: string;
}

export const emptyRecord: DiscussionRecord = Object.freeze({ comments: [], reports: [] });

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isStoredComment = (value: unknown): value is StoredComment =>
  isObject(value) &&
  isObject(value.comment) &&
  typeof value.comment.id === 'string' &&
  typeof value.comment.createdAt === 'string' &&
  isObject(value.comment.body) &&
  typeof value.comment.body.value === 'string';

const isStoredReport = (value: unknown): value is StoredReport =>
  isObject(value) && typeof value.id === 'string' && typeof value.by === 'string' && typeof value.reference === 'string';

const isTimeOrAbsent = (value: unknown): boolean => ['undefined', 'string'].includes(typeof value);

const isRecord = (value: unknown): value is DiscussionRecord =>
  isObject(value) &&
  Array.isArray(value.comments) &&
  Array.isArray(value.reports) &&
  value.comments.every(isStoredComment) &&
  value.reports.every(isStoredReport) &&
  isTimeOrAbsent(value.closedAt) &&
  isTimeOrAbsent(value.reopenedAt);

/** Reads a stored record; undefined for anything that this adapter did not write, since a person or another program can edit the storage. */
export function parseRecord(text: string): DiscussionRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}
