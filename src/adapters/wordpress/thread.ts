/** The comments of one article, page by page of those at the top level, each with the replies below it. */
import type { Comment, CommentId, CommentPage, ListQuery } from '../../model/adapter.js';
import { cursorOf, OVERLAP, positionOf, START, type Position } from './cursor.js';
import { fetched } from './fetched.js';
import { COMMENT_FIELDS, readComment, type Reading } from './read-comment.js';
import { objects } from './read-value.js';
import type { RestApi } from './rest-api.js';

/** A comment, and whether anybody has ever answered it; the answers may be held or in the trash. */
export interface ReadComment {
  readonly comment: Comment;
  readonly hasReplies: boolean;
}

/** What the REST API hands over in one answer at the most. */
export const MOST = 100;

/** How many levels of replies are asked for where there are too many replies to be asked for at once. */
const LEVELS = 4;

export interface Part {
  readonly comments: readonly ReadComment[];
  readonly total: number;
}

export class Thread {
  readonly #api: RestApi;
  readonly #post: number;
  readonly #reading: Reading;
  readonly #signal: AbortSignal;

  constructor(api: RestApi, post: number, reading: Reading, signal: AbortSignal) {
    this.#api = api;
    this.#post = post;
    this.#reading = reading;
    this.#signal = signal;
  }

  /**
   * A page of top-level comments. All replies of an article are asked for at the same moment, which is one answer for nearly
   * every article, and the only way to hear of those whose parent is in the trash or below another article. Where there are
   * more than a hundred, the replies of the page are asked for level by level instead.
   */
  async top({ sort, limit, cursor }: ListQuery): Promise<CommentPage> {
    const position = positionOf(cursor);
    const order = sort === 'newest' ? 'desc' : 'asc';
    const [roots, replies] = await Promise.all([
      this.#from(position, { parent: 0, order }, limit),
      position.replies === undefined ? this.ask({ parent_exclude: 0, order: 'asc', per_page: MOST }) : undefined,
    ]);
    const countOfReplies = replies?.total ?? position.replies ?? 0;
    const isWhole = replies !== undefined && replies.total <= replies.comments.length;
    const next = roots.next && cursorOf({ ...roots.next, ...(!isWhole && { replies: countOfReplies }) });
    const below = isWhole
      ? await this.#placed(roots.comments, replies.comments, next === undefined)
      : await this.#below(roots.comments, LEVELS);
    return {
      items: [...roots.comments.map(({ comment }) => comment), ...below],
      ...(next !== undefined && { next }),
      total: roots.total + countOfReplies,
      totalCounts: 'all',
    };
  }

  /** The replies of one comment, and those below them. */
  async replies(parentId: CommentId, { limit, cursor }: ListQuery): Promise<CommentPage> {
    const { comments, next } = await this.#from(positionOf(cursor), { parent: parentId, order: 'asc' }, limit);
    const below = await this.#below(comments, LEVELS - 1);
    return { items: [...comments.map(({ comment }) => comment), ...below], ...(next && { next: cursorOf(next) }) };
  }

  /**
   * Those replies that belong below these top-level comments. With the last page come also those that belong below none:
   * their parent is in no list any more.
   */
  async #placed(roots: readonly ReadComment[], replies: readonly ReadComment[], isLastPage: boolean): Promise<Comment[]> {
    const parents = new Map(replies.map(({ comment }) => [comment.id, comment.parentId ?? '']));
    const topOf = (id: CommentId): CommentId => {
      const seen = new Set<CommentId>();
      let top = id;
      for (let at: CommentId | undefined = id; at !== undefined && !seen.has(at); at = parents.get(at)) seen.add((top = at));
      return top;
    };
    const here = new Set(roots.map(({ comment }) => comment.id));
    const tops = new Map(replies.map(({ comment }) => [comment.id, topOf(comment.id)]));
    const elsewhere = new Set([...tops.values()].filter((top) => !here.has(top)));
    const other =
      isLastPage && elsewhere.size > 0 ? await this.ask({ include: [...elsewhere].join(), parent: 0, per_page: MOST }) : undefined;
    const known = new Set(other?.comments.map(({ comment }) => comment.id));
    return replies
      .map(({ comment }) => comment)
      .filter(({ id }) => here.has(tops.get(id) ?? '') || (isLastPage && !known.has(tops.get(id) ?? '')));
  }

  /** The replies below these, of an article that has too many to be asked for at once: what that takes is fetched then. */
  async #below(parents: readonly ReadComment[], levels: number): Promise<Comment[]> {
    const { repliesBelow } = await fetched(import('./branches.js'), this.#signal);
    return repliesBelow(parents, levels, { ask: (query) => this.ask(query), from: (query, limit) => this.#from(START, query, limit) });
  }

  /**
   * So many comments from a position on. Others come and go between two pages, so the page is asked for from a little before
   * its place, and begins behind the last one that is known; where none of those is there, the number of comments in all
   * says how far everything has moved.
   */
  async #from(
    position: Position,
    query: Readonly<Record<string, string | number>>,
    limit: number,
  ): Promise<Part & { readonly next?: Position }> {
    const { last } = position;
    const wanted = Math.min(Math.max(Math.floor(limit), 1), MOST - OVERLAP);
    for (let { offset, total } = position, tries = 0; ; tries++) {
      const start = Math.max(offset - last.length, 0);
      const answer = await this.ask({ ...query, offset: start, per_page: wanted + offset - start });
      const behind = answer.comments.findLastIndex(({ comment }) => last.includes(comment.id)) + 1;
      const moved = answer.total - total;
      if (behind === 0 && last.length > 0 && moved !== 0 && tries < 3) {
        offset = Math.max(offset + moved, 0);
        total = answer.total;
        continue;
      }
      const comments = answer.comments.slice(behind);
      const end = start + answer.comments.length;
      const isAtEnd = answer.comments.length === 0 || end >= answer.total;
      const next = { offset: end, total: answer.total, last: answer.comments.slice(-OVERLAP).map(({ comment }) => comment.id) };
      return { comments, total: answer.total, ...(!isAtEnd && { next }) };
    }
  }

  async ask(query: Readonly<Record<string, string | number>>): Promise<Part> {
    const { value, total } = await this.#api.ask(
      { path: '/wp/v2/comments', query: { post: this.#post, orderby: 'date_gmt', ...query, _fields: COMMENT_FIELDS } },
      this.#signal,
    );
    const comments = objects(value).map((one) => ({
      comment: readComment(one, this.#reading),
      hasReplies: Boolean((Object(one._links) as { children?: unknown }).children),
    }));
    // A site may forbid a page to read the headers; then nobody can say what more there is.
    return { comments, total: Number.isNaN(total) ? comments.length : total };
  }
}
