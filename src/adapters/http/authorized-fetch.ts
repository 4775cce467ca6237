import { parseJson } from '../shared/text.js';
import { readText } from '../shared/fetch-text.js';
import { namedKind } from './errors.js';
import type { TokenProvider } from './token.js';

/** Whether the backend may have received a request. If not, a write that fails has stored nothing. */
export interface Delivery {
  isSent: boolean;
}

/**
 * Creates a `fetch` that sends the viewer's token. After a 401 it sends the request once more with a fresh token, because a refused
 * request has had no effect.
 */
export function authorizedFetch(
  fetch: typeof globalThis.fetch,
  tokens: TokenProvider | undefined,
  delivery: Delivery = { isSent: false },
): typeof globalThis.fetch {
  const send = (url: Parameters<typeof fetch>[0], init: RequestInit, token = ''): Promise<Response> => {
    init.signal?.throwIfAborted();
    delivery.isSent = true;
    if (!token) return fetch(url, init);
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    // A response for one viewer must not be shown to the next, so it is not cached at all.
    return fetch(url, { ...init, headers, cache: 'no-store' });
  };
  return async (url, init = {}) => {
    if (!tokens) return send(url, init);
    const signal = init.signal!;
    const token = await tokens.get(signal);
    const response = await send(url, init, token);
    if (response.status !== 401) return response;
    const kind = namedKind(parseJson(await readText(response.clone(), { place: response.url, signal })));
    // A fresh token does not help a viewer who has to sign in.
    if (kind !== undefined && kind !== 'session-expired') return response;
    delivery.isSent = false;
    const freshToken = await tokens.replace(token, signal);
    return freshToken === undefined ? response : send(url, init, freshToken);
  };
}
