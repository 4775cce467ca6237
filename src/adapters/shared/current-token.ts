import type { Token } from '../../model/adapter.js';
import { withTimeout } from './with-timeout.js';

/** How long a page may take to fetch a token, in milliseconds. */
const TIMEOUT = 15_000;

/**
 * The current token, for a backend whose tokens do not expire. Undefined if the viewer is not signed in. Rejects with the error of
 * the page's function, or with an `AdapterError` of kind `timeout`.
 */
export async function currentToken(token: Token | undefined): Promise<string | undefined> {
  if (typeof token !== 'function') return token || undefined;
  const { signal: never } = new AbortController();
  return (await withTimeout(TIMEOUT, never, async (signal) => token({ refresh: false, signal }))) || undefined;
}
