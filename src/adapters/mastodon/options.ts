export interface MastodonOptions {
  /** Address of the instance that is asked, such as `https://mastodon.example`. */
  readonly src: string;
  /** An access token for an account on that instance, as the host page got it. Without one, the section only reads. */
  readonly token?: string;
  /** What readers are told who cannot write here, beside the link to the post. Default: one sentence in English. */
  readonly replyElsewhere?: string;
  /** Words of that link. Default: "Reply on Mastodon". */
  readonly replyLink?: string;
  /** Longest wait for a whole answer, in milliseconds. Default 15,000 for what only reads and 30,000 for all else. */
  readonly timeout?: { readonly read?: number; readonly write?: number };
  /** What requests go through. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}
