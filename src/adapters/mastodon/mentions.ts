import type { Account, Status } from './entities.js';

/**
 * A mention at the beginning of a text, which may be HTML: a link in the markup of Mastodon or of another server, or only the name.
 * The groups are the start of the paragraph, the attributes of the link, and the name without the first `@`.
 */
const LEADING_MENTION = new RegExp(
  '^((?:<(?:p|div)\\b[^<>]*>)?\\s*)' +
    '(?:(?:<span\\b[^<>]*\\bh-card\\b[^<>]*>)?<a\\b([^<>]*)>@(?:<\\w+[^<>]*>)?([^\\s<>]+)(?:</\\w+>)?</a>(?:</span>)?|@([^\\s<>]+))' +
    '(?:(?:\\s|&nbsp;|<br\\b[^<>]*>|</p>\\s*<p\\b[^<>]*>)+|(?=<span\\b[^<>]*>\\s))',
  'i',
);

/** The length of the longest user name that an instance allows. */
const LONGEST_NAME = 30;

/** Accounts by id. */
export type KnownAccounts = ReadonlyMap<string, Account>;

/** The author of the status replied to. Not every server lists all mentioned accounts in `mentions`, or their ids. */
export function authorOfParent(
  { mentions = [], in_reply_to_account_id: parentId }: Status,
  accounts: KnownAccounts,
): Omit<Account, 'id'> | undefined {
  return parentId ? (accounts.get(parentId) ?? mentions.find(({ id }) => id === parentId)) : undefined;
}

function isNameOf(name: string, { acct, username }: Omit<Account, 'id'>): boolean {
  const [user] = acct.split('@');
  return [acct, username, user].some((one) => one?.toLowerCase() === name.toLowerCase());
}

/**
 * The text of a status, or its source, without the mention at its beginning that only names the author of the parent. The section
 * shows the parent by the position of the comment.
 */
export function withoutMention(text: string, status: Status, accounts: KnownAccounts): string {
  const author = authorOfParent(status, accounts);
  const [all = '', start = '', attributes = '', linked, plain = ''] = LEADING_MENTION.exec(text) ?? [];
  const rest = text.slice(all.length);
  if (!author || all === '' || rest === '') return text;
  const isOfParent = isNameOf(linked ?? plain, author) || attributes.includes(` href="${author.url}"`);
  return isOfParent ? start + rest : text;
}

/**
 * The length to reserve for the mention in a reply to any account, which counts without its instance. Replies to an account with a
 * longer name have less room.
 */
export const mentionLength = ({ username }: Account): number => `@${username.padEnd(LONGEST_NAME)} `.length;
