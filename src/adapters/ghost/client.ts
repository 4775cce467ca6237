import type { Call } from '../../model/adapter.js';
import { type Client, createClient } from '../shared/client.js';
import { type GhostComment, onlyComment } from './members-api.js';
import type { GhostOptions } from './options.js';
import type { ClientResponse, ErrorDetails } from '../shared/response.js';

interface GhostErrors {
  /** `context` explains the error to the reader; `message` is often only a category. */
  readonly errors?: readonly { readonly message?: string; readonly context?: string | null }[];
}

/** Interprets a response with an error status. */
function errorDetails({ status, value }: ClientResponse): ErrorDetails {
  const { errors } = Object(value) as GhostErrors;
  // Another server, or another address on this one.
  if (status === 404 && !errors)
    return {
      kind: 'bad-response',
      message: 'Ghost’s API is not there (status 404). Is src the address of the blog?',
    };
  const [{ message = '', context = '' } = {}] = errors ?? [];
  // Liking a comment that is gone violates a foreign key, and an id of the wrong form fails validation.
  const isMissing = /foreign key|failed for id/i.test(`${message} ${context}`);
  return {
    ...(isMissing && { kind: 'not-found' }),
    ...(status === 405 && { kind: 'disabled' }),
    ...(status === 422 && { field: 'body' }),
    // The context of a failure is that of the database.
    ...(status >= 500 && !isMissing && { audience: 'support' }),
    message: (isMissing || status === 404 ? message : context || message) || undefined,
  };
}

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
