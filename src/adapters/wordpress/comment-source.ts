import { AdapterError, type Call, type Comment, type CommentId } from '../../model/adapter.js';
import { totalOf } from './client.js';
import { objects } from './decode.js';
import { COMMENT_FIELDS, mapComment } from './mapping.js';
import type { Site } from './site.js';

export interface SourceComment {
  readonly comment: Comment;
  /** Whether it has ever had replies, some of which may be held or in the trash. */
  readonly hasReplies: boolean;
}

/** One response: some of the comments that match a query, and the number of all that do. */
export interface Batch {
  readonly comments: readonly SourceComment[];
  readonly total: number;
}

/** Loads comments of one post. */
export type CommentSource = (query: Readonly<Record<string, string | number>>) => Promise<Batch>;

/** The REST API's limit for one response. */
export const MAX_BATCH = 100;

export function commentSource(site: Site, post: number, call: Call): CommentSource {
  return (selection) => {
    const query = { post, orderby: 'date_gmt', ...selection, _fields: COMMENT_FIELDS };
    return site.client.request({ path: '/wp/v2/comments', query }, call, (value, place, response) => {
      const comments = objects(value, place).map((fields) => ({
        comment: mapComment(fields, site),
        hasReplies: Boolean((Object(fields._links) as { children?: unknown }).children),
      }));
      // If CORS hides the total, further comments cannot be detected.
      return { comments, total: totalOf(response) ?? comments.length };
    });
  };
}

/** The number in a comment's id. Throws `not-found` for other ids, which must not become part of a path. */
export function commentNumber(id: CommentId): number {
  if (/^[1-9]\d*$/.test(id)) return Number(id);
  throw new AdapterError('not-found', `There is no comment "${id}"`);
}
