import type { Body, Comment, CommentId, Report, SubmitResult, Vote } from '../../model/adapter.js';

/** How a comment was submitted, so that a retry with the same `submitKey` gets the same result. */
export interface Submission {
  readonly key: string;
  readonly outcome: SubmitResult['outcome'];
  readonly reason?: string;
  /** Whether the author wants notifications of replies, which this backend does not send. */
  readonly notify?: boolean;
}

export interface StoredComment {
  readonly comment: Comment;
  /** Key of the viewer who wrote it. Absent if it belongs to no viewer. */
  readonly by?: string;
  /** Absent for comments that were seeded or added with `add`. */
  readonly submission?: Submission;
  /** Removed without a tombstone. Its position is kept, so that cursors and replies stay valid. */
  readonly gone?: true;
  /** A moderator has decided on it, so that it can be held again. */
  readonly reviewed?: true;
  /** The votes cast through `vote`, by the key of the viewer. They add to the votes that the comment came with. */
  readonly votes?: Readonly<Record<string, Vote['value']>>;
  /** The viewer who removed it, and the comment before its removal. `with`: the comment with which it was removed. */
  readonly removed?: { readonly by: string; readonly was: Comment; readonly with?: CommentId };
}

/** A report as the editors see it. */
export interface StoredReport extends Report {
  readonly reference: string;
  /** Key of the viewer who sent it. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly withdrawn?: true;
}

/**
 * Everything that has happened in one discussion since the seed. Nothing is ever removed from the two arrays: a
 * comment's index is its position in the order of arrival, and a report's index makes its reference.
 */
export interface DiscussionRecord {
  readonly comments: readonly StoredComment[];
  readonly reports: readonly StoredReport[];
  /** ISO 8601: when it was closed manually. */
  readonly closedAt?: string;
  /** ISO 8601: when it was last reopened manually. */
  readonly reopenedAt?: string;
  /** Keys of the viewers who may not post. */
  readonly banned?: readonly string[];
  /** The editors' message. Null if there is none, even if the options have one. */
  readonly message?: Body | null;
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
  isObject(value) &&
  typeof value.id === 'string' &&
  typeof value.by === 'string' &&
  typeof value.reference === 'string';

const isTimeOrAbsent = (value: unknown): boolean => ['undefined', 'string'].includes(typeof value);

const isRecord = (value: unknown): value is DiscussionRecord =>
  isObject(value) &&
  Array.isArray(value.comments) &&
  Array.isArray(value.reports) &&
  value.comments.every(isStoredComment) &&
  value.reports.every(isStoredReport) &&
  isTimeOrAbsent(value.closedAt) &&
  isTimeOrAbsent(value.reopenedAt);

/** Parses a stored record. Undefined for anything else: people and other programs can edit the storage. */
export function parseRecord(text: string): DiscussionRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}
