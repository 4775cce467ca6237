import { AdapterError, type Call } from '../../model/adapter.js';
import { type Client, createClient, type ResponseDecoder } from '../shared/client.js';
import { optional, record } from '../shared/decoders.js';
import { errorDetails } from './errors.js';
import type { GhostComment } from './members-api.js';
import type { GhostOptions } from './options.js';

/** A single comment comes without its parent, post and counts unless they are requested. */
const INCLUDE = 'include=parent,post,member,count.likes,count.replies,liked';

/** Sends requests to the Members API of a blog, which knows the member by their cookie. */
export class GhostClient {
  readonly #client: Client;

  /** `src` has no slash at its end. */
  constructor(src: string, { fetch, timeout }: Pick<GhostOptions, 'fetch' | 'timeout'>) {
    this.#client = createClient({ src: `${src}/members/api`, fetch, timeout, errors: errorDetails });
  }

  /** Sends a request. Resolves with undefined if the response has no content. */
  request<T>(method: string, path: string, call: Call, body?: object): Promise<T> {
    return this.#client.request({ method, path: `/${path}`, body }, call, optional(record) as ResponseDecoder<T>);
  }

  /**
   * Sends a request that returns one comment. `path` is relative to `comments/`; `fields` are written to the
   * comment.
   */
  async requestComment(method: string, path: string, call: Call, fields?: object): Promise<GhostComment> {
    const body = fields && { comments: [fields] };
    const { comments } = await this.request<{ comments: readonly GhostComment[] }>(
      method,
      `comments/${path}`,
      call,
      body,
    );
    if (comments[0]) return comments[0];
    throw new AdapterError('bad-response', 'Ghost responded without the comment.');
  }
  /** Reads a comment with its parent, post and counts. */
  comment(id: string, call: Call): Promise<GhostComment> {
    return this.requestComment('GET', `${encodeURIComponent(id)}/?${INCLUDE}`, call);
  }
}
