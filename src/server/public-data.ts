/** The part of a response that everybody may see, whoever the adapter was asked for. */
import type { Comment, CommentPage, DiscussionInfo } from '../model/adapter.js';
import { shownAuthor } from '../presentation/shown-author.js';

export function publicInfo({ viewer, can, posting, now, ...info }: DiscussionInfo): DiscussionInfo {
  void [viewer, can, now];
  if (!posting) return info;
  const { refusal, ...rules } = posting;
  void refusal;
  return { ...info, posting: rules };
}

export function publicPage({ items, ...page }: CommentPage): CommentPage {
  return { ...page, items: items.filter(isPublic).map(publicComment) };
}

/** Comments that are held or turned down are shown to their authors. */
function isPublic({ status = 'visible' }: Comment): boolean {
  return status !== 'pending' && status !== 'rejected';
}

function publicComment(comment: Comment): Comment {
  const { id, parentId, replyTo, body, createdAt, editedAt, permalink, status, votes, replies, pinned, featured, can } =
    comment;
  const isShown = status === undefined || status === 'visible';
  return {
    id,
    parentId,
    replyTo,
    author: shownAuthor(comment),
    // Nothing of what was removed goes out again.
    body: isShown ? body : { format: 'text', value: '' },
    createdAt,
    editedAt,
    permalink,
    status,
    votes: votes && { up: votes.up, down: votes.down, score: votes.score },
    replies,
    pinned,
    featured,
    // What is refused is refused to everybody; what is allowed may be allowed to one.
    can: can && Object.fromEntries(Object.entries(can).filter(([, isAllowed]) => !isAllowed)),
  };
}
