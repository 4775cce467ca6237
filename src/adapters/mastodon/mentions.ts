import type { Account, Status } from './entities.js';

/**
 * A mention at the beginning of a text, which may be HTML: a link in the markup of Mastodon or of another server, or the name
 * alone. The groups are what opens the paragraph, the attributes of the link, and the name without the first `@`.
 */
const LEADING_MENTION = new RegExp(
  '^((?:<(?:p|div)\\b[^<>]*>)?\\s*)' +
    '(?:(?:<span\\b[^<>]*\\bh-card\\b[^<>]*>)?<a\\b([^<>]*)>@(?:<\\w+[^<>]*>)?([^\\s<>]+)(?:</\\w+>)?</a>(?:</span>)?|@([^\\s<>]+))' +
    '(?:(?:\\s|&nbsp;|<br\\b[^<>]*>|</p>\\s*<p\\b[^<>]*>)+|(?=<span\\b[^<>]*>\\s))',
  'i',
);

/** The letters of the longest user name that an instance gives away. */
const LONGEST_NAME = 30;

/** The accounts met so far, by id. */
export type KnownAccounts = ReadonlyMap<string, Account>;

/** Whoever wrote the status replied to. Not every server says in `mentions` whose account is mentioned, or mentions everybody there. */
function authorOfParent(
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
 * The text of a status, or its source, without the mention at its beginning that only says whom it replies to. The section shows
 * that by the place of the comment.
 */
export function withoutMention(text: string, status: Status, accounts: KnownAccounts): string {
  const author = authorOfParent(status, accounts);
  const [all = '', start = '', attributes = '', linked, plain = ''] = LEADING_MENTION.exec(text) ?? [];
  const rest = text.slice(all.length);
  if (!author || all === '' || rest === '') return text;
  const isOfParent = isNameOf(linked ?? plain, author) || attributes.includes(` href="${author.url}"`);
  return isOfParent ? start + rest : text;
}

/** The mention of the parent's author that a status begins with, as typed; empty if it begins otherwise. */
export function leadingMention(status: Status, accounts: KnownAccounts): string {
  const author = authorOfParent(status, accounts);
  return author && withoutMention(status.content, status, accounts) !== status.content ? `@${author.acct} ` : '';
}

/**
 * The length to keep free for the mention in a reply to any account, which counts without its instance. Replies to a longer name
 * from elsewhere than `account`'s have less room than that.
 */
export const mentionLength = ({ username }: Account): number => `@${username.padEnd(LONGEST_NAME)} `.length;
