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
export type MemoryMethod = Exclude<keyof CommentsAdapter, 'name' | 'features' | 'source' | 'subscribe' | 'onViewerChange'>;

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
  /** Who reads at first. A `moderator` may remove every comment, pin and close. Default: `info.viewer`, else anonymous. */
  readonly viewer?: Viewer;
  /** The account that `signIn` signs in as. Without it there is no `signIn`. */
  readonly account?: Author;
  /**
   * Replaces single features. All but `pollEvery` and `report.detail` are obeyed as well as announced. By default `votes`
   * is `like`, and `sorts` are `oldest`, `newest` and `top`, which is by the score of the votes, the older first where it
   * is equal.
   */
  readonly features?: Features;
  /**
   * How many direct replies of each comment `list` hands over with it; the others are asked for with `parentId`. Has no
   * effect where `features.paging` is `all`. Default: all replies.
   */
  readonly repliesPerComment?: number;
  /** Optional methods that this adapter shall not have. Default: it has all that it knows. */
  readonly without?: readonly OptionalMethod[];
  /**
   * Where posts and reports are kept, for instance `localStorage`: one entry for each discussion, under
   * `article-comments:memory:<key>`. Comments given as `comments` are not written to it until somebody votes on them or
   * changes them, and from then on what was written stands. An entry that cannot be read is ignored and overwritten by
   * the next write; a write that fails throws `unavailable` with `stored: 'no'`. Default: the adapter's own memory.
   */
  readonly storage?: MemoryStorage;
  /**
   * Name of the `BroadcastChannel` on which adapters with one storage tell each other what changes, also from tab to tab.
   * It is open while somebody subscribes, and for the moment of each write. Has no effect without `storage`. Default:
   * `subscribe` tells only of what is done through this adapter.
   */
  readonly channel?: string;
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
  /** Seconds after posting during which authors may edit, by the clock of `now`; `Infinity`: always. A comment's own `editableUntil` wins. Default 300. */
  readonly editWindow?: number;
}
