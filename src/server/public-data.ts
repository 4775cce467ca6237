/**
 * Removes everything from a response that is not public, even if the adapter was called for a signed-in viewer. Fields are listed by
 * name, so that fields outside the contract, such as an author's email address, are never published.
 */
import type { Body, Comment, CommentPage, DiscussionInfo, Posting } from '../model/adapter.js';
import { shownAuthor } from '../presentation/shown-author.js';

export function publicInfo(info: DiscussionInfo): DiscussionInfo {
  const { state, stateMessage, closesAt, closedAt, opensAt, posting, total, policy, message, feedUrl } = info;
  return {
    state,
    stateMessage,
    closesAt,
    closedAt,
    opensAt,
    posting: posting && publicPosting(posting),
    total,
    message: message && publicBody(message),
    policy: policy && { body: policy.body && publicBody(policy.body), url: policy.url },
    feedUrl,
  };
}

/** Omits `refusal`, which concerns a single viewer. */
function publicPosting({ who, guest, max, min, premoderated, notify }: Posting): Posting {
  return { who, guest, max, min, premoderated, notify };
}

export function publicPage({ items, next, total, totalCounts, truncated }: CommentPage): CommentPage {
  return { items: items.filter(isPublic).map(publicComment), next, total, totalCounts, truncated };
}

/** Held and rejected comments are shown only to their authors. */
function isPublic({ status = 'visible' }: Comment): boolean {
  return status !== 'pending' && status !== 'rejected';
}

const FIELDS = [
  'id',
  'parentId',
  'replyTo',
  'author',
  'body',
  'createdAt',
  'editedAt',
  'permalink',
  'status',
  'votes',
  'replies',
  'pinned',
  'featured',
  'can',
] as const;

function publicComment(comment: Comment): Comment {
  const { replyTo, body, status, votes, replies, can } = comment;
  const author = shownAuthor(comment);
  const isShown = status === undefined || status === 'visible';
  const changes: Partial<Comment> = {
    replyTo: replyTo && { id: replyTo.id, name: replyTo.name },
    author: author && picked(author, ['id', 'name', 'url', 'avatar', 'badges']),
    body: isShown ? publicBody(body) : { format: 'text', value: '' },
    votes: votes && picked(votes, ['up', 'down', 'score']),
    replies: replies && picked(replies, ['total', 'next']),
    // A refusal applies to all viewers; a permission may belong to one.
    can: can && Object.fromEntries(Object.entries(can).filter(([, isAllowed]) => !isAllowed)),
    // Nothing of a removed comment is published. Its permalink may contain the author's name.
    ...(!isShown && { editedAt: undefined, permalink: undefined }),
  };
  // Keeps the backend's order of fields, because the element compares this with the next response and renders the differences.
  const fields = Object.entries(picked(comment, FIELDS));
  return Object.fromEntries(
    fields.map(([name, value]) => [name, name in changes ? changes[name as keyof Comment] : value]),
  ) as unknown as Comment;
}

function publicBody(body: Body): Body {
  return picked(body, ['format', 'value']);
}

/** Returns the named fields, in their order in `value`. */
function picked<Value extends object>(value: Value, names: readonly (keyof Value & string)[]): Value {
  const known: readonly string[] = names;
  return Object.fromEntries(Object.entries(value).filter(([name]) => known.includes(name))) as Value;
}
