import type { Token } from '../../model/adapter.js';

/** How long a page may take to fetch a token, in milliseconds. */
const TIMEOUT = 15_000;

/** The token as it is now, for a backend whose tokens do not expire. Undefined: nobody is signed in. */
export async function currentToken(token: Token | undefined): Promise<string | undefined> {
  const signal = AbortSignal.timeout(TIMEOUT);
  return (typeof token === 'function' ? await token({ refresh: false, signal }) : token) || undefined;
}
