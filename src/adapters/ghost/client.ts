import type { Call } from '../../model/adapter.js';
import { type Client, createClient } from '../shared/client.js';
import { errorDetails } from './errors.js';
import { type GhostComment, onlyComment } from './members-api.js';
import type { GhostOptions } from './options.js';

/** A single comment comes without its parent, post and counts unless they are requested. */
const INCLUDE = 'include=parent,post,member,count.likes,count.replies,liked';

/**
 * Creates a client for the Members API of a blog, which knows the member by their cookie. `src` has no slash at its end.
 */
export const createGhostClient = (src: string, { fetch, timeout }: Pick<GhostOptions, 'fetch' | 'timeout'>): Client =>
  createClient({
    src: `${src}/members/api`,
    fetch,
    timeout,
    errors: errorDetails,
  });

/** The path of a comment. */
export const commentPath = (id: string): string => `/comments/${encodeURIComponent(id)}/`;

/** The body of a request that writes fields of a comment. */
export const fieldsOf = (fields: object): object => ({ comments: [fields] });

/** Reads a comment with its parent, post and counts, and maps it. */
export const loadComment = <T>(client: Client, id: string, call: Call, map: (comment: GhostComment) => T): Promise<T> =>
  client.request({ path: `${commentPath(id)}?${INCLUDE}` }, call, (value, place) => map(onlyComment(value, place)));
