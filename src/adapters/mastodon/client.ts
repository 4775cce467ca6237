import { AdapterError, type Call } from '../../model/adapter.js';
import type { ClientRequest } from '../shared/response.js';
import { type Client, createClient } from '../shared/client.js';
import { decoder } from '../shared/decoders.js';
import { isOfKind } from '../shared/errors.js';
import { SharedTask } from '../shared/tasks.js';
import type { Status } from './entities.js';
import { errorDetails } from './errors.js';
import type { MastodonOptions } from './options.js';

export interface RequestOptions extends Pick<ClientRequest, 'query' | 'body'> {
  /** A repeated write with the same key returns the result of the first one, for an hour. */
  readonly idempotencyKey?: string;
}

/** Sends requests to an instance, as the owner of the token if there is one. */
export class MastodonClient {
  /** Whether requests are sent on behalf of an account. */
  readonly hasToken: boolean;
  readonly #client: Client;
  #instance: SharedTask<boolean> | undefined;

  constructor({ src, token, signedInOnly, fetch, timeout }: MastodonOptions) {
    const hasToken = Boolean(token);
    this.hasToken = hasToken;
    this.#client = createClient({
      src,
      fetch,
      timeout,
      ...(hasToken && { headers: { authorization: `Bearer ${token}` } }),
      errors: (response) => errorDetails(response, { hasToken, signedInOnly }),
    });
  }

  async request<T>(
    method: string,
    path: string,
    call: Call,
    { idempotencyKey, ...options }: RequestOptions = {},
  ): Promise<T> {
    const headers = idempotencyKey === undefined ? undefined : { 'idempotency-key': idempotencyKey };
    try {
      return await this.#client.request({ method, path: `/api/${path}`, headers, ...options }, call, entity<T>());
    } catch (error) {
      // Servers other than Mastodon respond to an unknown status with a page, as to an unknown address.
      if (isOfKind(error, 'bad-response') && error.info.code === '404' && (await this.#hasInstance(call)))
        throw new AdapterError('not-found', '', { code: '404' });
      throw error;
    }
  }

  status(id: string, call: Call): Promise<Status> {
    return this.request('GET', statusPath(id), call);
  }

  /** Whether the address has Mastodon's API. Requested once. */
  #hasInstance({ signal }: Call): Promise<boolean> {
    if (!this.#instance || this.#instance.status === 'failed')
      this.#instance = new SharedTask(async (shared) => {
        try {
          await this.#client.request({ path: '/api/v1/instance' }, { signal: shared }, entity());
          return true;
        } catch (error) {
          if (!(error instanceof AdapterError) || isOfKind(error, 'network', 'timeout')) throw error;
          return false;
        }
      });
    return this.#instance.join(signal);
  }
}

/** An entity of Mastodon's, or a list of them. */
const entity = <T>() => decoder<T>('an object or a list', (value) => Object(value) === value);

export const statusPath = (id: string): string => `v1/statuses/${encodeURIComponent(id)}`;
