/** What a format reader hands over, and what it reports. */
import type { Author, Body, Comment, Votes } from 'article-comments/rules.js';

/** The article that a comment belongs to, as far as the source knows it. At least one of the first five is set. */
export interface SourcePage {
  /** The key itself, in this project's own archives. It is not changed, and articles with different keys are not merged. */
  readonly key?: string | undefined;
  /** Absolute URL. */
  readonly url?: string | undefined;
  /** Path with its query, of a source that knows no host. */
  readonly path?: string | undefined;
  /** The publisher's own key, such as `disqus_identifier`. */
  readonly identifier?: string | undefined;
  /** Id of the article at the source. */
  readonly id?: string | undefined;
  /** Name of the site, of a source that holds several. Default: the host of `url`. */
  readonly site?: string | undefined;
  readonly title?: string | undefined;
  /** Whether the source accepts no more comments on the article. */
  readonly closed?: boolean | undefined;
  /** ISO 8601 time of the article, for comments without a time of their own. */
  readonly createdAt?: string | undefined;
}

/**
 * What readers of the source can see. `held`: waits for review. `spam`, `trashed`: a moderator or a filter removed it. `deleted`: removed
 * by its author, or by an unknown person. `hidden`: removed by a moderator, with a tombstone.
 */
export type SourceStatus = 'visible' | 'held' | 'spam' | 'trashed' | 'deleted' | 'hidden';

/** A comment of the source, converted to this project's terms. It holds nothing that readers of the source cannot see, but for its text. */
export interface SourceComment {
  readonly id: string;
  /** Null at the top level. */
  readonly parentId: string | null;
  readonly author: Author | null;
  readonly body: Body;
  /** ISO 8601 time in UTC. Undefined if the source has none. */
  readonly createdAt: string | undefined;
  readonly editedAt?: string | undefined;
  readonly votes?: Votes | undefined;
  readonly pinned?: boolean | undefined;
  readonly replyTo?: Comment['replyTo'] | undefined;
  readonly status: SourceStatus;
}

/** An article that a receiver knows. */
export interface PageRef {
  /** The same for all pages that become one article. */
  readonly identity: string;
  /** Number of its comments that the receiver has got. */
  comments: number;
}

/** Receives what a reader finds in a source. */
export interface Receiver {
  /** An article, perhaps without comments. */
  page(page: SourcePage): PageRef;
  comment(page: PageRef, comment: SourceComment): void;
  /** A record that is left out on purpose. `reason` completes "left out: …" and is the same for each of its kind. */
  leaveOut(reason: string): void;
  /** A record that could not be read. */
  problem(message: string, place?: { readonly line?: number | undefined; readonly record?: string }): void;
  /** A peculiarity of the whole source, reported once. */
  warn(message: string): void;
}

/** Ignores everything, for a first reading of a file whose second one reports. */
export const silentReceiver: Receiver = {
  comment: () => undefined,
  page: () => ({ identity: '', comments: 0 }),
  leaveOut: () => undefined,
  problem: () => undefined,
  warn: () => undefined,
};

/** An error with a message for the person who runs the command. Others are bugs. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** The end of what can be read of a file. What came before is imported, and the message is reported as a problem. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
}

/** UTF-16 code units that a record may have. A string of V8 has up to 2^29, and a parser has two copies. */
export const MAX_RECORD = 2 ** 28;
