/** The rights to an account, as the host page got them by signing somebody in. */
export type BlueskySession =
  /** What an OAuth client for Bluesky hands out; it refreshes the rights by itself. */
  | {
      readonly did: string;
      /** Sends a request to the account's server. `path` begins with `/xrpc/`. */
      readonly fetchHandler: (path: string, init?: RequestInit) => Promise<Response>;
    }
  /** A token, for as long as it is valid. */
  | {
      readonly did: string;
      /** Address of the account's server, such as `https://bsky.social`. */
      readonly service: string;
      readonly accessJwt: string;
    };

export interface BlueskyOptions {
  /** Address of the AppView that is read from. Default `https://public.api.bsky.app`. */
  readonly service?: string | undefined;
  /** Whose account comments are written with. Without it and without `signIn`, the section only reads. */
  readonly session?: BlueskySession;
  /** Signs somebody in when they want to write: answers with the rights, or with the address of a page that goes on. */
  readonly signIn?: () => Promise<BlueskySession | { readonly redirect: string }>;
  /** What readers are told who cannot write here, beside the link to the post. Default: one sentence in English. */
  readonly replyElsewhere?: string;
  /** Words of that link. Default: "Reply on Bluesky". */
  readonly replyLink?: string;
  /** Longest wait for a whole answer, in milliseconds. Default 15,000 for what only reads and 30,000 for all else. */
  readonly timeout?: { readonly read?: number; readonly write?: number };
  /** What requests go through, but for those of a session with a `fetchHandler`. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}
