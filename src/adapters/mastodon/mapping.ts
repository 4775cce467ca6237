import type { Author, Comment } from '../../model/adapter.js';
import { escapeHtml } from '../shared/escape-html.js';
import type { Account, Status } from './entities.js';

/** The status whose replies are the comments. */
export interface RootStatus {
  readonly id: string;
  /** Undefined until the status has been read. */
  readonly authorId?: string | undefined;
}

export function mapAccount({ id, username, display_name: name, url, avatar }: Account): Author {
  return { id, name: name?.trim() || username, ...(url && { url }), ...(avatar && { avatar }) };
}

export function mapStatus(status: Status, root: RootStatus): Comment {
  const { account, in_reply_to_id: parentId, edited_at: editedAt, url, favourites_count: up = 0, favourited } = status;
  const author = mapAccount(account);
  return {
    id: status.id,
    parentId: parentId === root.id ? null : parentId,
    author: account.id === root.authorId ? { ...author, badges: ['author'] } : author,
    body: { format: 'html', value: bodyOf(status) },
    createdAt: status.created_at,
    ...(editedAt && { editedAt }),
    permalink: url || status.uri,
    votes: { up, ...(favourited !== undefined && { mine: favourited ? 1 : 0 }) },
    // An edit of the text alone would drop the warning, the poll and the attachments.
    ...((status.spoiler_text || status.poll || status.media_attachments?.length) && { can: { edit: false } }),
  };
}

/** The content warning, the text, and links to the attachments. */
function bodyOf({ content, spoiler_text: warning, media_attachments: attachments = [] }: Status): string {
  const links = attachments.map(({ url, description }) =>
    url ? `<p><a href="${escapeHtml(url)}">${escapeHtml(description || url)}</a></p>` : '',
  );
  return (warning ? `<p><strong>${escapeHtml(warning)}</strong></p>` : '') + content + links.join('');
}
