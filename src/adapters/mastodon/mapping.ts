import type { Author, Comment } from '../../model/adapter.js';
import type { Account, Status } from './entities.js';

/** The status that is discussed. */
export interface Discussed {
  readonly id: string;
  /** Who wrote it, where that is known. */
  readonly authorId?: string | undefined;
}

export function presentAccount({ id, username, display_name, url, avatar }: Account): Author {
  return { id, name: display_name?.trim() || username, ...(url && { url }), ...(avatar && { avatar }) };
}

export function presentStatus(status: Status, { id, authorId }: Discussed): Comment {
  const { account, in_reply_to_id: parent, edited_at, url, favourites_count: up = 0, favourited } = status;
  const author = presentAccount(account);
  return {
    id: status.id,
    parentId: parent === id ? null : parent,
    author: account.id === authorId ? { ...author, badges: ['author'] } : author,
    body: { format: 'html', value: htmlOf(status) },
    createdAt: status.created_at,
    ...(edited_at && { editedAt: edited_at }),
    permalink: url || status.uri,
    votes: { up, ...(favourited !== undefined && { mine: favourited ? 1 : 0 }) },
    // An edit would have to send all that the text does not hold, or it would be gone.
    ...((status.spoiler_text || status.poll || status.media_attachments?.length) && { can: { edit: false } }),
  };
}

/** What the author wants read first, the text, and what is attached by its address. */
function htmlOf({ content, spoiler_text, media_attachments = [] }: Status): string {
  const warning = spoiler_text ? `<p><strong>${escaped(spoiler_text)}</strong></p>` : '';
  const attached = media_attachments.map(({ url, description }) =>
    url ? `<p><a href="${escaped(url)}">${escaped(description || url)}</a></p>` : '',
  );
  return warning + content + attached.join('');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
