/** The parts of Mastodon's entities that are read here. */

export interface Account {
  readonly id: string;
  readonly username: string;
  /** With the instance, where that is another one. */
  readonly acct: string;
  readonly display_name?: string;
  readonly url?: string;
  readonly avatar?: string;
}

export interface Status {
  readonly id: string;
  /** ISO 8601. */
  readonly created_at: string;
  readonly edited_at?: string | null;
  readonly in_reply_to_id: string | null;
  readonly account: Account;
  readonly content: string;
  /** What the author wants read before the rest. Plain text. */
  readonly spoiler_text?: string;
  readonly visibility?: string;
  /** Where the author's own instance shows it. */
  readonly url?: string | null;
  readonly uri: string;
  /** Direct replies that the instance knows. */
  readonly replies_count?: number;
  readonly favourites_count?: number;
  /** Only with a token. */
  readonly favourited?: boolean;
  readonly media_attachments?: readonly { readonly url?: string | null; readonly description?: string | null }[];
  readonly poll?: unknown;
}

export interface Context {
  readonly descendants: readonly Status[];
}
