import type { TimeLimits } from '../shared/fetch-text.js';

export interface GhostOptions {
  /**
   * Address of the blog. Members can write only on pages of the same origin, because the browser sends their
   * cookie nowhere else.
   */
  readonly src: string;
  /** Address of the sign-in page. Default: the sign-in window of Ghost's portal. */
  readonly signInUrl?: string;
  /** Text shown beside the link to the blog on pages of another origin. Default: one sentence in English. */
  readonly replyElsewhere?: string;
  /** Text of that link. Default: "Go to the blog". */
  readonly replyLink?: string;
  /** Time limits for a whole response, in milliseconds. Default: 15,000 for reads, 30,000 for writes. */
  readonly timeout?: TimeLimits;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}
