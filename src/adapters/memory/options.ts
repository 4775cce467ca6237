import type {
  AdapterError,
  Author,
  Comment,
  CommentsAdapter,
  DiscussionInfo,
  Draft,
  Features,
  Report,
  ReportReceipt,
  SubmitResult,
  Viewer,
} from '../../model/adapter.js';

/** The methods to which `delay` and `faults` apply. */
export type MemoryMethod = Exclude<
  keyof CommentsAdapter,
  'name' | 'features' | 'source' | 'subscribe' | 'onViewerChange' | 'setToken'
>;

/** The methods that `without` can omit. */
export type OptionalMethod = Exclude<keyof CommentsAdapter, 'name' | 'features' | 'open' | 'list'>;

/** The part of the browser's `Storage` that the adapter uses. */
export interface MemoryStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** A call of one of the adapter's methods. */
export interface MemoryCall {
  readonly method: MemoryMethod;
  /** How often this method has been called on this adapter, including this call. */
  readonly attempt: number;
  /** The arguments of the method, except the last one, the `Call`. */
  readonly args: readonly unknown[];
}

/** The decision about a draft. */
export interface Moderation {
  readonly outcome: SubmitResult['outcome'];
  /** The backend's message, shown to the author as text. */
  readonly reason?: string;
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

export interface MemoryOptions {
  /**
   * The seed: the initial comments in any order, or a function that returns those of a discussion by its key. Default:
   * none.
   */
  readonly comments?: readonly Comment[] | ((key: string) => readonly Comment[]);
  /**
   * The response to `open`. Default: a discussion that is open to anyone. The state follows `closesAt` and `opensAt` by
   * the clock of `now`; `total` is counted unless it is given.
   */
  readonly info?: Partial<DiscussionInfo>;
  /**
   * The initial viewer. A `moderator` may remove any comment, pin and close. The `author` of an anonymous one is a guest whose
   * comments are recognised by its id. Default: `info.viewer`, else anonymous.
   */
  readonly viewer?: Viewer;
  /** The account that `signIn` signs in to. Default: none, and no `signIn`. */
  readonly account?: Author;
  /**
   * Overrides single features. The adapter enforces all of them except `pollEvery` and `report.detail`. By default,
   * `votes` is `like`, and `sorts` are `oldest`, `newest` and `top`, which is by score, then oldest first. The order
   * `replies`, by the number of direct replies, is available as `{ id: 'replies', label: 'Most replies' }`.
   */
  readonly features?: Features;
  /**
   * How many direct replies `list` returns with each comment; the others need a call with `parentId`. Has no effect if
   * `features.paging` is `all`. Default: all replies.
   */
  readonly repliesPerComment?: number;
  /** Optional methods that the adapter does not have. Default: none. */
  readonly without?: readonly OptionalMethod[];
  /**
   * Stores posts and reports, for instance in `localStorage`: one entry per discussion, under
   * `article-comments:memory:<key>`. Comments of the seed are stored once a viewer votes on or changes them; from
   * then on the stored comment replaces the seed's. An invalid entry is ignored and overwritten by the next write; a
   * write that fails throws `unavailable` with `stored: 'no'`. Default: the adapter's own memory.
   */
  readonly storage?: MemoryStorage;
  /**
   * Name of the `BroadcastChannel` on which adapters with the same storage send each other their changes, also between
   * tabs. It is open while there are subscribers, and during each write. Has no effect without `storage`. Default:
   * none; `subscribe` reports only changes made through this adapter.
   */
  readonly channel?: string;
  /** Milliseconds before each response, for all methods or by method. Default 0. */
  readonly delay?: number | ((method: MemoryMethod) => number);
  /**
   * Called at the start of each call. A returned error is thrown after the delay, before the call has any effect. After
   * `lost-answer`, the call takes effect and then throws `timeout`, as if the connection had broken before the
   * response.
   */
  readonly faults?: (call: MemoryCall) => AdapterError | 'lost-answer' | undefined;
  /**
   * Decides about each valid draft. May throw an `AdapterError`, such as `confirm` with a challenge. Default: `pending`
   * if `info.posting.premoderated` is true, else `published`.
   */
  readonly moderate?: (draft: Draft) => Moderation;
  /**
   * The members of the receipt of a notice of illegal content, in addition to its reference and time. Notices are accepted for the
   * reasons of `features.report.reasons` with the form `notice`; if the features list no reasons, for every reason. Default: none.
   */
  readonly noticeReceipt?: (reference: string) => Pick<ReportReceipt, 'statusUrl' | 'redress'>;
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /**
   * Seconds after posting in which authors may edit; `Infinity`: always. A comment's own `editableUntil` takes
   * precedence. Default 300.
   */
  readonly editWindow?: number;
}
