import { AdapterError, type Call } from '../../model/adapter.js';
import { fetchText } from '../shared/fetch-text.js';
import { parseJson } from '../shared/parse-json.js';
import { errorFrom } from './errors.js';
import type { GhostComment } from './members-api.js';
import type { GhostOptions } from './options.js';

/** A single comment comes without its parent, post and counts unless they are requested. */
const INCLUDE = 'include=parent,post,member,count.likes,count.replies,liked';

/** Sends requests to the Members API of a blog, which knows the member by their cookie. */
export class GhostClient {
  readonly #src: string;
  readonly #options: Pick<GhostOptions, 'fetch' | 'timeout'>;

  /** `src` has no slash at its end. */
  constructor(src: string, options: Pick<GhostOptions, 'fetch' | 'timeout'>) {
    this.#src = src;
    this.#options = options;
  }

  /** Sends a request. Resolves with undefined if the response has no content. */
  async request<T>(method: string, path: string, { signal }: Call, body?: object): Promise<T> {
    const init = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetchText(
      `${this.#src}/members/api/${path}`,
      { method, ...init },
      { ...this.#options, signal },
    );
    const value = parseJson(response.text);
    if (!response.ok) throw errorFrom(response, value);
    if (response.status === 204) return undefined as T;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as T;
    const excerpt = response.text.slice(0, 80);
    throw new AdapterError(
      'bad-response',
      `Ghost responded with "${excerpt}", not JSON. Is ${this.#src} the address of the blog?`,
    );
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
