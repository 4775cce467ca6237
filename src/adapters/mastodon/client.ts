import { AdapterError, type Call } from '../../model/adapter.js';
import { type Bearer, bearer } from '../shared/bearer.js';
import { type Client, createClient } from '../shared/client.js';
import { isOfKind, orUndefined } from '../shared/errors.js';
import { type Instance, status, type Status } from './entities.js';
import { errorDetails } from './errors.js';
import type { MastodonOptions } from './options.js';

/** Sends requests to an instance, as the owner of the token if there is one. */
export interface MastodonClient extends Client {
  readonly session: Bearer;
  status(id: string, call: Call): Promise<Status>;
  /** Reads the description of the instance, unless it is known. */
  instance(call: Call): Promise<Instance>;
}

export function createMastodonClient({ src, token, signedInOnly, fetch, timeout }: MastodonOptions): MastodonClient {
  const session = bearer(token);
  const { request: send } = createClient({
    src,
    fetch: session.authorize(fetch),
    timeout,
    errors: (response) => errorDetails(response, token, signedInOnly),
  });
  let known: Instance | undefined;
  /** Whether the address has Mastodon's API. Asked again if there was no response. */
  let asking: Promise<Instance> | undefined;
  const load = (version: string, call: Call): Promise<Instance> =>
    send({ path: `/api/${version}/instance` }, call, (value) => value as Instance);

  const client: MastodonClient = {
    session,
    async request(request, call, decode) {
      try {
        return await send(request, call, decode);
      } catch (error) {
        if (!isOfKind(error, 'bad-response') || error.info.code !== '404') throw error;
        // Servers other than Mastodon respond to an unknown status with a page, as to an unknown address, where this rejects, too.
        asking ??= load('v1', call);
        asking.catch(() => (asking = undefined));
        await asking;
        throw new AdapterError('not-found', '', { code: '404' });
      }
    },
    status: (id, call) => client.request({ path: statusPath(id) }, call, status),
    // Mastodon before 4.0 and other servers have only the first version, or none.
    instance: async (call) =>
      (known ??=
        (await orUndefined(load('v2', call), 'not-found', 'bad-response')) ??
        (await orUndefined(load('v1', call), 'not-found')) ??
        {}),
  };
  return client;
}

export const statusPath = (id: string): string => `/api/v1/statuses/${encodeURIComponent(id)}`;
