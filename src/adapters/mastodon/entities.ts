/** The parts of Mastodon's entities that the adapter reads, and decoders that check what every mapping requires. */
import { decoder } from '../../model/contract/schema.js';

export interface Account {
  readonly id: string;
  readonly username: string;
  /** The user name, followed by `@` and the instance for accounts of other instances. */
  readonly acct: string;
  readonly display_name?: string;
  readonly url?: string;
  readonly avatar?: string;
}

/** An account mentioned in a status. */
export interface Mention extends Pick<Account, 'id' | 'username' | 'acct'> {
  readonly url: string;
}

export interface Status {
  readonly id: string;
  /** ISO 8601. */
  readonly created_at: string;
  readonly edited_at?: string | null;
  readonly in_reply_to_id: string | null;
  /** The author of the status replied to. */
  readonly in_reply_to_account_id?: string | null;
  readonly account: Account;
  /** HTML. */
  readonly content: string;
  readonly mentions?: readonly Mention[];
  /** The text as typed. Mastodon sends it only in response to a deletion; snac always. */
  readonly text?: string;
  /** The content warning, as plain text. */
  readonly spoiler_text?: string;
  readonly visibility?: string;
  /** Page of the status on the author's instance. */
  readonly url?: string | null;
  readonly uri: string;
  /** Direct replies that the instance knows of. */
  readonly replies_count?: number;
  readonly favourites_count?: number;
  /** Absent without a token. */
  readonly favourited?: boolean;
  readonly media_attachments?: readonly { readonly url?: string | null; readonly description?: string | null }[];
  readonly poll?: unknown;
}

export interface Context {
  readonly descendants: readonly Status[];
}

export interface Instance {
  readonly version?: string;
  readonly configuration?: { readonly statuses?: { readonly max_characters?: number } };
}

const areTexts = (...values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');

const isAccount = (value: unknown): boolean => {
  const { id, username, acct } = Object(value) as Account;
  return areTexts(id, username, acct);
};

const isStatus = (value: unknown): boolean => {
  const { id, content, created_at: time, account: author } = Object(value) as Status;
  return areTexts(id, content, time) && isAccount(author);
};

const areStatuses = (value: unknown): boolean => Array.isArray(value) && value.every(isStatus);

export const account = decoder<Account>('an account', isAccount);
export const status = decoder<Status>('a status', isStatus);
export const statuses = decoder<readonly Status[]>('a list of statuses', areStatuses);
export const context = decoder<Context>('a thread', (value) => areStatuses((value as Context | null)?.descendants));
