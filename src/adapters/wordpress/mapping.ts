import type { Author, Comment, CommentId, CommentStatus, DiscussionInfo, Viewer } from '../../model/adapter.js';
import { type Fields, id, isAllowed, object, text } from './decode.js';
import type { GuestProof } from './guest-proofs.js';
import { htmlToText } from '../shared/text.js';
import type { Post } from './posts.js';

/** The fields of a comment to request. Only the companion plugin knows the last one. */
export const COMMENT_FIELDS =
  'id,post,parent,author,author_name,author_url,author_avatar_urls,date_gmt,content,status,_links.self,_links.children,article_comments';

/** The fields of the viewer to request. */
export const VIEWER_FIELDS = 'id,name,avatar_urls,capabilities';

const STATUSES: Readonly<Record<string, CommentStatus>> = {
  approved: 'visible',
  hold: 'pending',
  spam: 'rejected',
  trash: 'hidden',
};

/** The database column has 65,535 bytes, of which the server needs some itself. */
const MAX_LENGTH = { value: 65_525, unit: 'bytes' } as const;

/** WordPress's default. Only the companion plugin reveals the site's setting. */
const GUEST_FIELDS = { name: { required: true }, email: { required: true, neverShown: true } } as const;

/** What the companion plugin adds to a comment, in the terms of the contract. `source` is HTML. */
type CommentAddition = Pick<
  Comment,
  'can' | 'decision' | 'editableUntil' | 'editedAt' | 'replyTo' | 'reported' | 'source' | 'status'
> & { readonly badges?: Author['badges'] };

/** Determines the viewer's permissions for a comment whose response does not include them. */
export interface Permissions {
  readonly proofs: { get(id: CommentId): GuestProof | undefined };
  readonly isModerator: boolean;
}

/** Maps a post and its viewer. The companion plugin's values replace WordPress's. */
export function mapDiscussion({ isOpen, isEditable, addition, now }: Post, viewer: Viewer): DiscussionInfo {
  const { features: _features, ...info } = addition ?? {};
  return {
    state: isOpen ? 'open' : 'closed',
    viewer,
    posting: { who: viewer.state === 'signed-in' ? 'anyone' : 'unknown', guest: GUEST_FIELDS, max: MAX_LENGTH },
    can: { close: isEditable },
    ...(now && { now }),
    ...info,
  };
}

export function mapViewer(user: Fields): Viewer {
  const { moderate_comments: moderator } = Object(user.capabilities) as { readonly moderate_comments?: unknown };
  return {
    state: 'signed-in',
    author: { id: id(user, 'id'), name: htmlToText(text(user, 'name')), ...avatarIn(user.avatar_urls) },
    moderator: Boolean(moderator),
  };
}

export function mapComment(fields: Fields, { proofs, isModerator }: Permissions): Comment {
  const commentId = id(fields, 'id');
  const { badges, source, can, ...addition } = Object(fields.article_comments) as CommentAddition;
  const proof = proofs.get(commentId);
  return {
    id: commentId,
    parentId: fields.parent ? id(fields, 'parent') : null,
    author: {
      ...(fields.author ? { id: id(fields, 'author') } : {}),
      name: htmlToText(text(fields, 'author_name')),
      ...(fields.author_url ? { url: text(fields, 'author_url') } : {}),
      ...avatarIn(fields.author_avatar_urls),
      ...(badges && { badges }),
    },
    body: { format: 'html', value: text(object(fields.content, 'content'), 'rendered') },
    createdAt: `${text(fields, 'date_gmt')}Z`,
    status: STATUSES[fields.status as string] ?? 'hidden',
    ...addition,
    ...(source !== undefined && { source: htmlToText(source) }),
    ...(proof && { source: proof.source, editableUntil: proof.until }),
    can: {
      edit: proof ? true : (isAllowed(fields, 'PATCH') ?? isModerator),
      remove: proof ? true : (isAllowed(fields, 'DELETE') ?? isModerator),
      ...can,
    },
  };
}

/** The largest avatar, in pixels. Sites can switch avatars off. */
function avatarIn(urls: unknown): { readonly avatar?: string } {
  const avatar = (Object(urls) as Record<string, string>)[96];
  return avatar ? { avatar } : {};
}
