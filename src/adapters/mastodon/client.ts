import { AdapterError, type Call } from '../../model/adapter.js';
import { fetchText } from '../shared/fetch-text.js';
import { parseJson } from '../shared/parse-json.js';
import { SharedTask } from '../shared/shared-task.js';
import { withoutTrailingSlash } from '../shared/without-trailing-slash.js';
import type { Status } from './entities.js';
import { errorFrom } from './errors.js';
import type { MastodonOptions } from './options.js';

export interface WriteOptions {
  /** Sent as JSON. */
  readonly body?: object;
  /** Sent again with the same key within an hour, a write returns the result of the first one. */
  readonly idempotencyKey?: string;
}

/** Sends requests to an instance, as the owner of the token if there is one. */
export class MastodonClient {
  readonly #src: string;
  readonly #options: MastodonOptions;
  #instance: SharedTask<boolean> | undefined;

  constructor(options: MastodonOptions) {
    this.#src = withoutTrailingSlash(options.src);
    this.#options = options;
  }

  /** Whether requests are sent on behalf of an account. */
  get hasToken(): boolean {
    return this.#options.token !== undefined;
  }

  async request<T>(
    method: string,
    path: string,
    { signal }: Call,
    { body, idempotencyKey }: WriteOptions = {},
  ): Promise<T> {
    const { token } = this.#options;
    const init: RequestInit = {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body && { body: JSON.stringify(body) }),
    };
    const response = await fetchText(`${this.#src}/api/${path}`, init, { ...this.#options, signal });
    const value = parseJson(response.text);
    // Servers other than Mastodon respond to an unknown status with a page, as to an unknown address.
    if (response.status === 404 && value === undefined && (await this.#hasInstance(signal)))
      throw new AdapterError('not-found', '', { code: '404' });
    if (!response.ok) throw errorFrom(response, value, { hasToken: this.hasToken });
    if (typeof value === 'object' && value !== null) return value as T;
    const excerpt = response.text.slice(0, 80);
    throw new AdapterError(
      'bad-response',
      `Mastodon responded with "${excerpt}", not JSON. Is ${this.#src} the address of an instance?`,
    );
  }

  status(id: string, call: Call): Promise<Status> {
    return this.request('GET', statusPath(id), call);
  }

  /** Whether Mastodon's API is at the address, which is asked once. */
  #hasInstance(signal: AbortSignal): Promise<boolean> {
    if (!this.#instance || this.#instance.status === 'failed')
      this.#instance = new SharedTask(async (shared) => {
        const { ok, text } = await fetchText(`${this.#src}/api/v1/instance`, {}, { ...this.#options, signal: shared });
        return ok && parseJson(text) !== undefined;
      });
    return this.#instance.join(signal);
  }
}

export const statusPath = (id: string): string => `v1/statuses/${encodeURIComponent(id)}`;
