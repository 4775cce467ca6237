import type { Author, Comment, CommentAction } from '../../model/adapter.js';
import { escapeHtml } from '../shared/text.js';
import type { Account, Status } from './entities.js';
import { type KnownAccounts, withoutMention } from './mentions.js';

/** An action that not every server with Mastodon's API supports. */
export type Ability = 'remove' | 'report';

/** What a comment depends on in addition to its status. */
export interface StatusContext {
  /** The status whose replies are the comments. */
  readonly rootId: string;
  /** Undefined until that status has been read. */
  readonly rootAuthorId?: string | undefined;
  readonly accounts: KnownAccounts;
  /** The actions that the instance does not support. */
  readonly unsupported: Iterable<Ability>;
}

export function mapAccount({ id, username, display_name: name, url, avatar }: Account): Author {
  return { id, name: name?.trim() || username, ...(url && { url }), ...(avatar && { avatar }) };
}

export function mapStatus(status: Status, context: StatusContext): Comment {
  const { rootId, rootAuthorId, accounts, unsupported } = context;
  const { account, in_reply_to_id: parentId, edited_at: editedAt, url, favourites_count: up = 0, favourited } = status;
  const author = mapAccount(account);
  const can: Partial<Record<CommentAction, boolean>> = {};
  for (const ability of unsupported) can[ability] = false;
  // An edit of the text alone would drop the warning, the poll and the attachments.
  if (status.spoiler_text || status.poll || status.media_attachments?.length) can.edit = false;
  return {
    id: status.id,
    parentId: parentId === rootId ? null : parentId,
    author: account.id === rootAuthorId ? { ...author, badges: ['author'] } : author,
    body: { format: 'html', value: bodyOf(status, accounts) },
    ...(status.text !== undefined && { source: withoutMention(status.text, status, accounts) }),
    createdAt: status.created_at,
    ...(editedAt && { editedAt }),
    permalink: url || status.uri,
    votes: { up, ...(favourited !== undefined && { mine: favourited ? 1 : 0 }) },
    ...(Object.keys(can).length > 0 && { can }),
  };
}

/** The content warning, the text, and links to the attachments. */
function bodyOf(status: Status, accounts: KnownAccounts): string {
  const { content, spoiler_text: warning, media_attachments: attachments = [] } = status;
  const links = attachments.map(({ url, description }) =>
    url ? `<p><a href="${escapeHtml(url)}">${escapeHtml(description || url)}</a></p>` : '',
  );
  return (
    (warning ? `<p><strong>${escapeHtml(warning)}</strong></p>` : '') +
    withoutMention(content, status, accounts) +
    links.join('')
  );
}
