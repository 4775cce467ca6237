import { AdapterError, type Call } from '../../model/adapter.js';
import { type Client, createClient, type ResponseDecoder } from '../shared/client.js';
import { isOfKind } from '../shared/errors.js';
import type { ClientRequest } from '../shared/response.js';
import { SharedTask } from '../shared/tasks.js';
import { instance, status, type Status } from './entities.js';
import { errorDetails } from './errors.js';
import type { MastodonOptions } from './options.js';

/** Sends requests to an instance, as the owner of the token if there is one. */
export class MastodonClient implements Client {
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

  async request<T = void>(request: ClientRequest, call: Call, decode?: ResponseDecoder<T>): Promise<T> {
    try {
      return await this.#client.request(request, call, decode);
    } catch (error) {
      // Servers other than Mastodon respond to an unknown status with a page, as to an unknown address.
      if (isOfKind(error, 'bad-response') && error.info.code === '404' && (await this.#hasInstance(call)))
        throw new AdapterError('not-found', '', { code: '404' });
      throw error;
    }
  }

  status(id: string, call: Call): Promise<Status> {
    return this.request({ path: statusPath(id) }, call, status);
  }

  /** Whether the address has Mastodon's API. Requested once. */
  #hasInstance({ signal }: Call): Promise<boolean> {
    if (!this.#instance || this.#instance.status === 'failed')
      this.#instance = new SharedTask(async (shared) => {
        try {
          await this.#client.request({ path: '/api/v1/instance' }, { signal: shared }, instance);
          return true;
        } catch (error) {
          if (!(error instanceof AdapterError) || isOfKind(error, 'network', 'timeout')) throw error;
          return false;
        }
      });
    return this.#instance.join(signal);
  }
}

export const statusPath = (id: string): string => `/api/v1/statuses/${encodeURIComponent(id)}`;
