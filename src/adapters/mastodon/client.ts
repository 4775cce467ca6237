import { AdapterError, type Call, type Token } from '../../model/adapter.js';
import { type Bearer, bearer } from '../shared/bearer.js';
import { type Client, createClient } from '../shared/client.js';
import { isOfKind, orUndefined } from '../shared/errors.js';
import { type Instance, status, type Status } from './entities.js';
import type { MastodonOptions } from './options.js';
import type { ClientResponse, ErrorDetails } from '../shared/response.js';

/**
 * Interprets a response with an error status. If an account is required, the `token` of the page has been refused, or there is none;
 * `signedInOnly` is the message for readers in that case.
 */
function errorDetails(
  { status, headers, value }: ClientResponse,
  token: Token | undefined,
  signedInOnly = 'This server shows its conversations only to people who are signed in there.',
): ErrorDetails {
  const { error } = Object(value) as { readonly error?: string };
  // Another server, or another address on this one.
  if (status === 404 && !error)
    return {
      kind: 'bad-response',
      message: 'Mastodon’s API is not there (status 404). Is src the address of an instance?',
    };
  // Mastodon names what is invalid. snac responds to unknown requests without a message.
  if (status === 422 && !error) return { kind: 'unsupported', message: '' };
  const message = error || undefined;
  if (status === 401)
    return token ? { kind: 'session-expired', message: '' } : { kind: 'sign-in-required', message: signedInOnly };
  if (status === 422 && /character limit/i.test(error ?? '')) return { kind: 'too-long', field: 'body', message };
  // NaN if the instance does not report when the limit ends.
  const seconds = Math.ceil((Date.parse(headers.get('x-ratelimit-reset') ?? '') - Date.now()) / 1000);
  return { message, ...(status === 429 && seconds > 0 && { retryAfter: seconds }) };
}

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
