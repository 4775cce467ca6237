import {
  AdapterError,
  type Call,
  type Comment,
  type CommentId,
  type CommentPage,
  type DiscussionRef,
  type ListQuery,
} from '../../model/adapter.js';
import { type Batch, commentNumber, type CommentSource, commentSource } from './comment-source.js';
import {
  decodeCursor,
  encodeCursor,
  loadPage,
  pageSize,
  type Position,
  positionAfter,
  type Run,
  START,
} from './cursor.js';
import { type Fields, object, text } from './decode.js';
import { htmlToText } from '../shared/text.js';
import { COMMENT_FIELDS, mapComment } from './mapping.js';
import { loadAllReplies, loadRepliesByLevel, MAX_LEVELS, pickReplies } from './replies.js';
import type { Site } from './site.js';

/** Lists a page of top-level comments with their replies, or a page of the replies to one comment. */
export async function listComments(query: ListQuery, site: Site, call: Call): Promise<CommentPage> {
  if (query.sort === 'top') throw new AdapterError('unsupported', 'WordPress has no votes');
  const post = await site.posts.findId(query.discussion, call);
  if (post === undefined) return { items: [], total: 0 };
  const load = commentSource(site, post, call);
  const position = query.cursor === undefined ? START : decodeCursor(query.cursor);
  if (query.parentId !== undefined) return listReplies(query.parentId, position, query.limit, load);
  return query.cursor === undefined ? listFirstPage(query, load) : listNextPage(query, position, load);
}

export async function getComment(discussion: DiscussionRef, id: CommentId, site: Site, call: Call): Promise<Comment> {
  const [post, fields] = await Promise.all([site.posts.findId(discussion, call), loadComment(id, site, call)]);
  if (fields.post !== post) throw new AdapterError('not-found', `The comment ${id} belongs to another discussion`);
  return mapComment(fields, site);
}

/** The text as typed. Only the companion plugin reveals it to authors; WordPress reveals it to editors. */
export async function getSource(id: CommentId, site: Site, call: Call): Promise<string> {
  if (site.hasCompanion) {
    const { source } = mapComment(await loadComment(id, site, call), site);
    if (source !== undefined) return source;
  }
  const query = { context: 'edit', _fields: 'content' };
  const { content } = await site.client.request({ path: commentPath(id), query }, call, object);
  return htmlToText(text(object(content, 'content'), 'raw'));
}

const loadComment = (id: CommentId, { client }: Site, call: Call): Promise<Fields> =>
  client.request({ path: commentPath(id), query: { _fields: COMMENT_FIELDS } }, call, object);

const commentPath = (id: CommentId): string => `/wp/v2/comments/${commentNumber(id)}`;

const orderOf = ({ sort }: ListQuery): 'asc' | 'desc' => (sort === 'newest' ? 'desc' : 'asc');

/**
 * Loads all replies of the post beside the first page. For nearly every post they fit into one response, and
 * only such a response contains replies whose parent is in the trash or below another post. If they do not fit,
 * the replies of the page are loaded level by level.
 */
async function listFirstPage(query: ListQuery, load: CommentSource): Promise<CommentPage> {
  const [roots, replies] = await Promise.all([
    load({ parent: 0, order: orderOf(query), per_page: pageSize(query.limit) }),
    loadAllReplies(load),
  ]);
  return toPage({ ...roots, next: positionAfter(0, roots) }, replies, load);
}

async function listNextPage(query: ListQuery, position: Position, load: CommentSource): Promise<CommentPage> {
  const [roots, replies] = await Promise.all([
    loadPage(position, { parent: 0, order: orderOf(query) }, query.limit, load),
    position.replyTotal === undefined ? loadAllReplies(load) : { comments: [], total: position.replyTotal },
  ]);
  return toPage(roots, replies, load);
}

async function listReplies(
  parentId: CommentId,
  position: Position,
  limit: number,
  load: CommentSource,
): Promise<CommentPage> {
  const { comments, next } = await loadPage(position, { parent: parentId, order: 'asc' }, limit, load);
  const deeper = await loadRepliesByLevel(comments, MAX_LEVELS - 1, load);
  return { items: [...comments.map(({ comment }) => comment), ...deeper], ...(next && { next: encodeCursor(next) }) };
}

/** `replies`: all replies of the post, or as many as fit into one response. */
async function toPage({ comments, total, next }: Run, replies: Batch, load: CommentSource): Promise<CommentPage> {
  const isComplete = replies.total <= replies.comments.length;
  const below = isComplete
    ? await pickReplies(comments, replies.comments, next ? undefined : load)
    : await loadRepliesByLevel(comments, MAX_LEVELS, load);
  return {
    items: [...comments.map(({ comment }) => comment), ...below],
    ...(next && { next: encodeCursor(isComplete ? next : { ...next, replyTotal: replies.total }) }),
    total: total + replies.total,
    totalCounts: 'all',
  };
}
