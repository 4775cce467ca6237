/**
 * The part of a response that everybody may see, whoever the adapter was asked for. Each field is named: what an adapter passes on
 * besides the contract, such as an author's address, goes to nobody.
 */
import type { Author, Body, Comment, CommentPage, DiscussionInfo, Posting } from '../model/adapter.js';
import { shownAuthor } from '../presentation/shown-author.js';

export function publicInfo(info: DiscussionInfo): DiscussionInfo {
  const { state, stateMessage, closesAt, closedAt, opensAt, posting, total, policy } = info;
  return {
    state,
    stateMessage,
    closesAt,
    closedAt,
    opensAt,
    posting: posting && publicPosting(posting),
    total,
    policy: policy && { body: policy.body && publicBody(policy.body), url: policy.url },
  };
}

/** Who is refused is refused alone. */
function publicPosting({ who, guest, max, min, premoderated }: Posting): Posting {
  return { who, guest, max, min, premoderated };
}

export function publicPage({ items, next, total, totalCounts, truncated }: CommentPage): CommentPage {
  return { items: items.filter(isPublic).map(publicComment), next, total, totalCounts, truncated };
}

/** Comments that are held or turned down are shown to their authors. */
function isPublic({ status = 'visible' }: Comment): boolean {
  return status !== 'pending' && status !== 'rejected';
}

function publicComment(comment: Comment): Comment {
  const { id, parentId, replyTo, createdAt, status, votes, replies, pinned, featured, can } = comment;
  const author = shownAuthor(comment);
  const isShown = status === undefined || status === 'visible';
  return {
    id,
    parentId,
    replyTo: replyTo && { id: replyTo.id, name: replyTo.name },
    author: author && publicAuthor(author),
    createdAt,
    status,
    votes: votes && { up: votes.up, down: votes.down, score: votes.score },
    replies: replies && { total: replies.total, next: replies.next },
    pinned,
    featured,
    // What is refused is refused to everybody; what is allowed may be allowed to one.
    can: can && Object.fromEntries(Object.entries(can).filter(([, isAllowed]) => !isAllowed)),
    // Nothing of what was removed goes out again. The address of a comment may name its author.
    ...(isShown
      ? { body: publicBody(comment.body), editedAt: comment.editedAt, permalink: comment.permalink }
      : { body: { format: 'text', value: '' } }),
  };
}

function publicAuthor({ id, name, url, avatar, badges }: Author): Author {
  return { id, name, url, avatar, badges };
}

function publicBody({ format, value }: Body): Body {
  return { format, value };
}
