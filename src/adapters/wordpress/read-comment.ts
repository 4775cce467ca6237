import type { Author, Comment, CommentStatus } from '../../model/adapter.js';
import { textOf } from './html-text.js';
import { proofOf, type Proofs } from './proofs.js';
import { allowed, type Fields, id, object, text } from './read-value.js';

/** What of a comment is asked for; the last is there where the site has the companion plugin. */
export const COMMENT_FIELDS =
  'id,post,parent,author,author_name,author_url,author_avatar_urls,date_gmt,content,status,_links.self,_links.children,article_comments';

const STATUSES: Readonly<Record<string, CommentStatus>> = { approved: 'visible', hold: 'pending', spam: 'rejected', trash: 'hidden' };

/** What the companion plugin adds to a comment, by the names of the contract; `source` is in WordPress's HTML. */
type Addition = Pick<Comment, 'can' | 'editableUntil' | 'editedAt' | 'replyTo' | 'reported' | 'source'> & {
  readonly badges?: Author['badges'];
};

/** What a comment is read with. */
export interface Reading {
  readonly proofs: Proofs;
  /** What an older server does not say: whether this viewer may edit all comments. */
  readonly isModerator: boolean;
}

/** The largest picture of somebody, where the site shows any. */
export function avatarIn(urls: unknown): { readonly avatar?: string } {
  const avatar = (Object(urls) as Record<string, string>)[96];
  return avatar ? { avatar } : {};
}

/** Reads a comment of the REST API. */
export function readComment(from: Fields, { proofs, isModerator }: Reading): Comment {
  const key = id(from, 'id');
  const { badges, source, can, ...addition } = Object(from.article_comments) as Addition;
  const proof = proofOf(key, proofs);
  return {
    id: key,
    parentId: from.parent ? id(from, 'parent') : null,
    author: {
      ...(from.author ? { id: id(from, 'author') } : {}),
      name: textOf(text(from, 'author_name')),
      ...(from.author_url ? { url: text(from, 'author_url') } : {}),
      ...avatarIn(from.author_avatar_urls),
      ...(badges && { badges }),
    },
    body: { format: 'html', value: text(object(from.content, 'content'), 'rendered') },
    createdAt: `${text(from, 'date_gmt')}Z`,
    status: STATUSES[from.status as string] ?? 'hidden',
    ...addition,
    ...(source !== undefined && { source: textOf(source) }),
    ...(proof && { source: proof.source, editableUntil: proof.until }),
    can: {
      edit: proof ? true : (allowed(from, 'PATCH') ?? isModerator),
      remove: proof ? true : (allowed(from, 'DELETE') ?? isModerator),
      ...can,
    },
  };
}
