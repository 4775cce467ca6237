/** What the memory adapter stores, and where. */
import {
  AdapterError,
  type Body,
  type Comment,
  type CommentId,
  type Decision,
  type SubmitResult,
  type Vote,
} from '../../model/adapter.js';
import type { MemoryStorage, StoredReport } from './options.js';
import type { RemovalEffect } from '../../model/rules.js';

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
  /** How it was removed, and by which viewer. */
  readonly removed?: {
    readonly by: string;
    /** The comment before its removal. */
    readonly was: Comment;
    /** Absent in records of earlier versions. */
    readonly effect?: RemovalEffect;
    /** The comment with which it was removed. */
    readonly with?: CommentId;
  };
}

export interface StoredBan {
  /** ISO 8601. */
  readonly until: string | undefined;
  /** Why, if the moderator has given reasons. */
  readonly decision: Decision | undefined;
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
  /** By the key of a viewer who may not post. */
  readonly banned?: Readonly<Record<string, StoredBan | undefined>>;
  /** The editors' message. Null if there is none, even if the options have one. */
  readonly message?: Body | null;
}

const emptyRecord: DiscussionRecord = Object.freeze({ comments: [], reports: [] });

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

const isTimeOrAbsent = (value: unknown): boolean => typeof (value ?? '') === 'string';

const isRecord = (value: unknown): value is DiscussionRecord =>
  isObject(value) &&
  Array.isArray(value.comments) &&
  Array.isArray(value.reports) &&
  value.comments.every(isStoredComment) &&
  value.reports.every(isStoredReport) &&
  isTimeOrAbsent(value.closedAt) &&
  isTimeOrAbsent(value.reopenedAt);

/** Parses a stored record. An empty one for anything else: people and other programs can edit the storage. */
function parseRecord(text: string): DiscussionRecord {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Not JSON.
  }
  return emptyRecord;
}

/**
 * Stores the record of each discussion, in the given storage or else in memory. Every read goes to the storage, so that
 * tabs and adapters that share it see each other's writes and do not overwrite them.
 */
export class RecordStore {
  readonly #storage: MemoryStorage | undefined;
  /** The last record of each discussion and its text, so that unchanged text is not parsed again. */
  readonly #cache = new Map<string, { readonly text: string; readonly record: DiscussionRecord }>();

  constructor(storage: MemoryStorage | undefined) {
    this.#storage = storage;
  }

  read(key: string): DiscussionRecord {
    const cached = this.#cache.get(key);
    if (!this.#storage) return cached?.record ?? emptyRecord;
    const text = this.#storage.getItem(`article-comments:memory:${key}`) ?? '';
    if (cached?.text === text) return cached.record;
    const record = parseRecord(text);
    this.#cache.set(key, { text, record });
    return record;
  }

  /** @throws AdapterError `unavailable` if the storage is full or disabled. The record is then unchanged. */
  write(key: string, record: DiscussionRecord): void {
    if (!this.#storage) {
      this.#cache.set(key, { text: '', record });
      return;
    }
    const text = JSON.stringify(record);
    try {
      this.#storage.setItem(`article-comments:memory:${key}`, text);
    } catch (cause) {
      throw new AdapterError('unavailable', 'The storage is full or disabled.', {
        stored: 'no',
        cause,
      });
    }
    this.#cache.set(key, { text, record });
  }
}

/** A comment with its position in the discussion. */
export interface Entry extends StoredComment {
  /** Position in the order of arrival. It never changes and is never reused, so cursors can refer to it. */
  readonly number: number;
}

/** The key of an account: its id, or else its name. */
export const accountKey = (author: { readonly id?: string; readonly name: string }): string =>
  `account:${author.id ?? author.name}`;

/** When a comment was posted, in milliseconds since 1970. An invalid time counts as the oldest. */
export const createdAt = (comment: Comment): number => Date.parse(comment.createdAt) || 0;

/** A comment that did not come in through `submit`. It belongs to its author only if the author has an id. */
export const imported = (comment: Comment): StoredComment => ({
  comment,
  ...(comment.author?.id !== undefined && { by: accountKey(comment.author) }),
});

/**
 * All comments of a discussion in the order of arrival: the seed, then the stored ones. A stored comment replaces the
 * seeded one with its id.
 */
export function discussionEntries(seed: readonly Comment[], record: DiscussionRecord): readonly Entry[] {
  const items = new Map([...seed.map(imported), ...record.comments].map((item) => [item.comment.id, item]));
  return [...items.values()].map((item, number) => ({ ...item, number }));
}

export const statusOf = ({ status = 'visible' }: Comment): NonNullable<Comment['status']> => status;

/** The reader of a list. `seesHeld`: whether they are a moderator who decides about held comments. */
export interface Reader {
  readonly viewerKey: string;
  readonly seesHeld: boolean;
}

const PUBLIC: Reader = { viewerKey: '', seesHeld: false };

/** Whether a viewer sees this comment at all, even if only as a tombstone. */
export function isListed(entry: StoredComment, { viewerKey, seesHeld }: Reader): boolean {
  if (entry.gone || ['invisible', 'rejected'].includes(entry.submission?.outcome ?? '')) return false;
  return !['pending', 'rejected'].includes(statusOf(entry.comment)) || seesHeld || entry.by === viewerKey;
}

/** Whether a listed comment is more than a tombstone. */
export const isReadable = (comment: Comment): boolean => ['visible', 'pending'].includes(statusOf(comment));

/** Whether everyone can read the comment. Totals count these. */
export const isPublic = (entry: StoredComment): boolean =>
  isListed(entry, PUBLIC) && statusOf(entry.comment) === 'visible';
