import type { Author, Comment, CommentStatus, Viewer } from '../../model/adapter.js';
import type { GhostComment, GhostMember } from './members-api.js';

const STATUSES: Readonly<Record<string, CommentStatus>> = { published: 'visible', deleted: 'deleted', hidden: 'hidden' };

/** Before the id of any comment. */
const START = '0';

export function presentAuthor({ uuid, name, avatar_image }: GhostMember): Author {
  return { id: uuid, name: name || 'Anonymous', ...(avatar_image && { avatar: avatar_image }) };
}

export function presentViewer(member: GhostMember | undefined): Viewer {
  return member === undefined ? { state: 'anonymous' } : { state: 'signed-in', author: presentAuthor(member) };
}

/** What is remembered of the comments that were seen: whom a reply may answer, and below which comment it then has to stand. */
export type Seen = Map<string, { readonly name: string; readonly topId: string }>;

/** A comment, and the replies that came with it. */
export function presentBranch(comment: GhostComment, parentId: string | null, seen: Seen): readonly Comment[] {
  const { replies = [], count } = comment;
  const below = replies.flatMap((reply) => presentBranch(reply, comment.id, seen));
  const total = count?.replies ?? 0;
  const rest = parentId === null && total > replies.length && { total, next: replies.at(-1)?.id ?? START };
  return [{ ...presentComment(comment, parentId, seen), ...(rest && { replies: rest }) }, ...below];
}

export function presentComment(comment: GhostComment, parentId: string | null, seen: Seen): Comment {
  const { id, in_reply_to_id: answered, status, html, member } = comment;
  const author = member && status === 'published' ? presentAuthor(member) : null;
  seen.set(id, { name: author?.name ?? '', topId: parentId ?? id });
  const answeredName = answered ? seen.get(answered)?.name : undefined;
  return {
    id,
    parentId,
    ...(answered && answeredName && { replyTo: { id: answered, name: answeredName } }),
    author,
    body: { format: 'html', value: html ?? '' },
    createdAt: comment.created_at,
    ...(comment.edited_at && { editedAt: comment.edited_at }),
    status: Object.hasOwn(STATUSES, status) ? STATUSES[status] : 'hidden',
    votes: { up: comment.count?.likes ?? 0, mine: comment.liked ? 1 : 0 },
  };
}
