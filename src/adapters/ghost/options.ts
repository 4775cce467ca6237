export interface GhostOptions {
  /** Address of the blog. Who signs in there can write here where the page is on the same origin: the cookie goes nowhere else. */
  readonly src: string;
  /** Address of the page to sign in on. Default: the sign-in window of Ghost's theme, on this page where it is one of the blog's. */
  readonly signInUrl?: string;
  /** What readers are told whose page is not on the blog's origin, beside the link to the blog. Default: one sentence in English. */
  readonly replyElsewhere?: string;
  /** Words of that link. Default: "Go to the blog". */
  readonly replyLink?: string;
  /** Longest wait for a whole answer, in milliseconds. Default 15,000 for what only reads and 30,000 for all else. */
  readonly timeout?: { readonly read?: number; readonly write?: number };
  /** What requests go through. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}
