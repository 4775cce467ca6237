import { AdapterError } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import type { Shared } from './shared.js';

/** How a token is asked for. */
export interface TokenCall {
  /**
   * `if-needed`: the one that is at hand, or another where it is known to have run out. `now`: the backend has refused the
   * one at hand; a fresh one is wanted, and is what later calls are answered with.
   */
  readonly refresh: 'if-needed' | 'now';
  readonly signal: AbortSignal;
}

/** The token of whoever reads; an empty text for nobody in particular. */
export type TokenSource = (call: TokenCall) => string | Promise<string>;

/** The page's way to tokens. */
export interface Tokens {
  readonly source: TokenSource;
  /** Requests that are refused at the same time wait for one fresh token together. */
  refreshing?: Shared<string> | undefined;
}

export async function tokenFrom(source: TokenSource, call: TokenCall): Promise<string> {
  let token: string;
  try {
    token = (await source(call)) || '';
  } catch (thrown) {
    call.signal.throwIfAborted();
    throw toAdapterError(thrown);
  }
  if (/[^\x21-\x7e]/.test(token)) throw new AdapterError('sign-in-required', 'The token is a text that no header can hold');
  return token;
}
