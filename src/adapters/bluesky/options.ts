import type { TimeLimits } from '../shared/fetch-text.js';

/** Access to an account, as the page got it when the reader signed in. */
export type BlueskySession =
  /** The session of an OAuth client for Bluesky, which refreshes its own tokens. */
  | {
      readonly did: string;
      /** Sends a request to the account's server. `path` begins with `/xrpc/`. */
      readonly fetchHandler: (path: string, init?: RequestInit) => Promise<Response>;
    }
  /** A token, which is used until it expires. */
  | {
      readonly did: string;
      /** Address of the account's server, such as `https://bsky.social`. */
      readonly service: string;
      readonly accessJwt: string;
    };

export interface BlueskyOptions {
  /** Address of the AppView to read from. Default `https://public.api.bsky.app`. */
  readonly service?: string | undefined;
  /** The account to write with. Without this and `signIn`, the section is read-only. */
  readonly session?: BlueskySession;
  /** Signs the reader in. Resolves with the session, or with the address of a page that continues. */
  readonly signIn?: () => Promise<BlueskySession | { readonly redirect: string }>;
  /** Text shown beside the link to the post when the section is read-only. Default: one sentence in English. */
  readonly replyElsewhere?: string;
  /** Text of that link. Default: "Reply on Bluesky". */
  readonly replyLink?: string;
  /** Time limits for a whole response, in milliseconds. Default: 15,000 for reads, 30,000 for writes. */
  readonly timeout?: TimeLimits;
  /** Sends all requests except those of a session with a `fetchHandler`. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}
