/**
 * The part of a response that everybody may see, whoever the adapter was asked for. Each field is named: what an adapter passes on
 * besides the contract, such as an author's address, goes to nobody.
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

/** Who is refused is refused alone. */
function publicPosting({ who, guest, max, min, premoderated, notify }: Posting): Posting {
  return { who, guest, max, min, premoderated, notify };
}

export function publicPage({ items, next, total, totalCounts, truncated }: CommentPage): CommentPage {
  return { items: items.filter(isPublic).map(publicComment), next, total, totalCounts, truncated };
}

/** Comments that are held or turned down are shown to their authors. */
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
    // What is refused is refused to everybody; what is allowed may be allowed to one.
    can: can && Object.fromEntries(Object.entries(can).filter(([, isAllowed]) => !isAllowed)),
    // Nothing of what was removed goes out again. The address of a comment may name its author.
    ...(!isShown && { editedAt: undefined, permalink: undefined }),
  };
  // In the backend's own order of fields: the element compares this with what the backend says next, and draws what differs.
  const fields = Object.entries(picked(comment, FIELDS));
  return Object.fromEntries(
    fields.map(([name, value]) => [name, name in changes ? changes[name as keyof Comment] : value]),
  ) as unknown as Comment;
}

function publicBody(body: Body): Body {
  return picked(body, ['format', 'value']);
}

/** The fields of these names, in their order in `value`. */
function picked<Value extends object>(value: Value, names: readonly (keyof Value & string)[]): Value {
  const known: readonly string[] = names;
  return Object.fromEntries(Object.entries(value).filter(([name]) => known.includes(name))) as Value;
}
