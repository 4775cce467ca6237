/** The comments of one article: the first page of those at the top level, with the replies below them. */
import type { Comment, CommentId, CommentPage, ListQuery } from '../../model/adapter.js';
import { fetched } from './fetched.js';
import { COMMENT_FIELDS, readComment, type Reading } from './read-comment.js';
import { objects } from './read-value.js';
import type { RestApi } from './rest-api.js';

/** A comment, and whether anybody has ever answered it; the answers may be held or in the trash. */
export interface ReadComment {
  readonly comment: Comment;
  readonly hasReplies: boolean;
}

export interface Part {
  readonly comments: readonly ReadComment[];
  readonly total: number;
}

/** Where a page begins. */
export interface Position {
  /** How many come before it. */
  readonly offset: number;
  /** How many there were in all when the last page was read: what has come or gone since moves all that follows. */
  readonly total: number;
  /** The last ones of the page before: the new page begins behind the last of them that is still there. */
  readonly last: readonly CommentId[];
  /** Replies in the whole discussion, where they are too many to be asked for at once. */
  readonly replies?: number | undefined;
}

/** Top-level comments, or replies of one comment, with where they go on. */
export interface Run extends Part {
  readonly next?: Position | undefined;
}

/** Asks for comments of one article. */
export type Ask = (query: Readonly<Record<string, string | number>>) => Promise<Part>;

/** What the REST API hands over in one answer at the most. */
export const MOST = 100;

/** So many of a page are looked for in the next one. */
export const OVERLAP = 5;

/** How many levels of replies are asked for where there are too many replies to be asked for at once. */
export const LEVELS = 4;

export const atMost = (limit: number): number => Math.min(Math.max(Math.floor(limit), 1), MOST - OVERLAP);

export const orderOf = ({ sort }: ListQuery): 'asc' | 'desc' => (sort === 'newest' ? 'desc' : 'asc');

/** All replies of the article, as many as there are in one answer. */
export const repliesIn = (ask: Ask): Promise<Part> => ask({ parent_exclude: 0, order: 'asc', per_page: MOST });

export function asking(api: RestApi, post: number, reading: Reading, signal: AbortSignal): Ask {
  return async (query) => {
    const { value, total } = await api.ask(
      { path: '/wp/v2/comments', query: { post, orderby: 'date_gmt', ...query, _fields: COMMENT_FIELDS } },
      signal,
    );
    const comments = objects(value).map((one) => ({
      comment: readComment(one, reading),
      hasReplies: Boolean((Object(one._links) as { children?: unknown }).children),
    }));
    // A site may forbid a page to read the headers; then nobody can say what more there is.
    return { comments, total: Number.isNaN(total) ? comments.length : total };
  };
}

/**
 * The first page of top-level comments. All replies of an article are asked for at the same moment, which is one answer for
 * nearly every article, and the only way to hear of those whose parent is in the trash or below another article. Where there
 * are more than a hundred, the replies of the page are asked for level by level instead.
 */
export async function firstPage(query: ListQuery, ask: Ask, signal: AbortSignal): Promise<CommentPage> {
  const [roots, replies] = await Promise.all([ask({ parent: 0, order: orderOf(query), per_page: atMost(query.limit) }), repliesIn(ask)]);
  return pageOf({ ...roots, next: behind(0, roots) }, replies, ask, signal);
}

/** Where the comments go on behind an answer that began at `start`; undefined where they end. */
export function behind(start: number, { comments, total }: Part): Position | undefined {
  const offset = start + comments.length;
  return comments.length === 0 || offset >= total
    ? undefined
    : { offset, total, last: comments.slice(-OVERLAP).map(({ comment }) => comment.id) };
}

/** A page of these top-level comments. `replies`: all of the article, or as many as there was room for. */
export async function pageOf({ comments, total, next }: Run, replies: Part, ask: Ask, signal: AbortSignal): Promise<CommentPage> {
  const isWhole = replies.total <= replies.comments.length;
  const below = isWhole
    ? await placed(comments, replies.comments, next ? undefined : ask, signal)
    : await (await pages(signal)).repliesBelow(comments, LEVELS, ask);
  return {
    items: [...comments.map(({ comment }) => comment), ...below],
    ...(next && { next: cursorOf(isWhole ? next : { ...next, replies: replies.total }) }),
    total: total + replies.total,
    totalCounts: 'all',
  };
}

export const cursorOf = ({ offset, total, last, replies }: Position): string => JSON.stringify([offset, total, last, replies]);

/** What only those need who read on, or who read what has very many replies. */
export const pages = (signal: AbortSignal) => fetched(import('./pages.js'), signal);

/**
 * Those replies that belong below these top-level comments. `askLast`, which comes with the last page: also those that belong
 * below none, because their parent is in no list any more.
 */
async function placed(
  roots: readonly ReadComment[],
  replies: readonly ReadComment[],
  askLast: Ask | undefined,
  signal: AbortSignal,
): Promise<readonly Comment[]> {
  const parents = new Map(replies.map(({ comment }) => [comment.id, comment.parentId ?? '']));
  const here = new Set(roots.map(({ comment }) => comment.id));
  const topOf = (id: CommentId): CommentId => {
    // Two that answer each other have no top, and no end.
    for (let steps = parents.size; steps > 0 && parents.has(id); steps--) id = parents.get(id)!;
    return id;
  };
  const below: Comment[] = [];
  const strays = new Map<Comment, CommentId>();
  for (const { comment } of replies) {
    const top = topOf(comment.id);
    if (here.has(top)) below.push(comment);
    else strays.set(comment, top);
  }
  return askLast && strays.size > 0 ? [...below, ...(await (await pages(signal)).orphansAmong(strays, askLast))] : below;
}
