import type { Author, Comment, CommentStatus, Viewer } from '../../model/adapter.js';
import { flatten } from '../shared/thread.js';
import type { GhostComment, GhostMember } from './members-api.js';

const STATUSES: Readonly<Record<string, CommentStatus>> = {
  published: 'visible',
  deleted: 'deleted',
  hidden: 'hidden',
};

/** A cursor before all ids. */
const START = '0';

/** Finds the authors of other comments by the comments' ids. */
export interface AuthorNames {
  nameOf(commentId: string): string | undefined;
}

export function mapViewer(member: GhostMember | undefined): Viewer {
  return member === undefined ? { state: 'anonymous' } : { state: 'signed-in', author: mapMember(member) };
}

/** Null if Ghost no longer shows the author. */
export function mapAuthor({ member, status }: GhostComment): Author | null {
  return member && status === 'published' ? mapMember(member) : null;
}

/** Maps comments and the replies that came with them. `parentId`: the comment that all of them reply to. */
export function mapBranches(
  comments: readonly GhostComment[],
  parentId: string | null,
  names: AuthorNames,
): readonly Comment[] {
  return flatten(comments, ({ replies }) => replies).map(({ node, parent }) => {
    const { replies = [], count } = node;
    const total = count?.replies ?? 0;
    const aboveId = parent?.id ?? parentId;
    const rest = aboveId === null && total > replies.length && { total, next: replies.at(-1)?.id ?? START };
    return { ...mapComment(node, aboveId, names), ...(rest && { replies: rest }) };
  });
}

export function mapComment(comment: GhostComment, parentId: string | null, names: AuthorNames): Comment {
  const { id, in_reply_to_id: replyToId, status, html } = comment;
  const replyToName = replyToId ? names.nameOf(replyToId) : undefined;
  return {
    id,
    parentId,
    ...(replyToId && replyToName && { replyTo: { id: replyToId, name: replyToName } }),
    author: mapAuthor(comment),
    body: { format: 'html', value: html ?? '' },
    createdAt: comment.created_at,
    ...(comment.edited_at && { editedAt: comment.edited_at }),
    status: Object.hasOwn(STATUSES, status) ? STATUSES[status] : 'hidden',
    votes: { up: comment.count?.likes ?? 0, mine: comment.liked ? 1 : 0 },
  };
}

function mapMember({ uuid, name, avatar_image: avatar }: GhostMember): Author {
  return { id: uuid, name: name || 'Anonymous', ...(avatar && { avatar }) };
}
