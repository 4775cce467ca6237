import type {
  AdapterError,
  Author,
  Comment,
  CommentsAdapter,
  DiscussionInfo,
  Draft,
  Features,
  SubmitResult,
  Viewer,
} from '../../model/adapter.js';

/** The methods that wait, can fail on purpose, and are counted. */
export type MemoryMethod = 'open' | 'list' | 'get' | 'submit' | 'report' | 'withdrawReport' | 'counts' | 'signIn' | 'signOut';

/** The methods that `without` can leave out. */
export type OptionalMethod = Exclude<keyof CommentsAdapter, 'name' | 'features' | 'open' | 'list'>;

/** The part of the browser's `Storage` that is used. */
export interface MemoryStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** One call that is about to be made. */
export interface MemoryCall {
  readonly method: MemoryMethod;
  /** How often this method has been called on this adapter, this call included: 1 for the first. */
  readonly attempt: number;
  /** What the method was called with, without its `Call`. */
  readonly args: readonly unknown[];
}

/** What becomes of a draft. */
export interface Moderation {
  readonly outcome: SubmitResult['outcome'];
  /** The backend's words, shown to the author as text. */
  readonly reason?: string;
}

export interface MemoryOptions {
  /** The comments that are there from the start, in any order; a function gives those of one discussion by its key. Default: none. */
  readonly comments?: readonly Comment[] | ((key: string) => readonly Comment[]);
  /**
   * What `open` answers. Default: an open discussion for anyone. The state follows `closesAt` and `opensAt` by the
   * clock of `now`, and `total` is counted unless it is given.
   */
  readonly info?: Partial<DiscussionInfo>;
  /** Who reads at first. Default: `info.viewer`, else anonymous. */
  readonly viewer?: Viewer;
  /** The account that `signIn` signs in as. Without it there is no `signIn`. */
  readonly account?: Author;
  /** Replaces single features. `idempotency`, `paging`, `nesting`, `maxDepth`, `input` and the reasons of `report` are obeyed as well as announced. */
  readonly features?: Features;
  /** Optional methods that this adapter shall not have. Default: it has all that it knows. */
  readonly without?: readonly OptionalMethod[];
  /**
   * Where posts and reports are kept, for instance `localStorage`: one entry for each discussion, under
   * `article-comments:memory:<key>`. Comments given as `comments` are not written to it. An entry that cannot be read is
   * ignored and overwritten by the next write; a write that fails throws `unavailable` with `stored: 'no'`. Default: the
   * adapter's own memory.
   */
  readonly storage?: MemoryStorage;
  /** Milliseconds before each answer, for all methods or by method. Default 0. */
  readonly delay?: number | ((method: MemoryMethod) => number);
  /**
   * Asked at the start of each call. An error is thrown after the delay, before anything is done; with `lost-answer`
   * the call does its work and then throws `timeout`, as when a connection breaks on the way back.
   */
  readonly faults?: (call: MemoryCall) => AdapterError | 'lost-answer' | undefined;
  /**
   * Decides about each valid draft; may throw an `AdapterError`, such as `confirm` with a challenge. Default: pending
   * where `info.posting.premoderated` is true, else published.
   */
  readonly moderate?: (draft: Draft) => Moderation;
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** Seconds during which authors may edit. Default 300. Reserved: this adapter cannot edit yet, so it has no effect. */
  readonly editWindow?: number;
}
