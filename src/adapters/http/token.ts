import { AdapterError } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import { Shared } from './shared.js';

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

/** Gets tokens from the page. Requests that are refused at the same time wait for one fresh token together. */
export class Tokens {
  readonly #source: TokenSource;
  #refreshing: Shared<string> | undefined;

  constructor(source: TokenSource) {
    this.#source = source;
  }

  atHand(signal: AbortSignal): Promise<string> {
    return this.#ask({ refresh: 'if-needed', signal });
  }

  /** Another token than the one that was refused; undefined where there is none. */
  async inPlaceOf(refused: string, signal: AbortSignal): Promise<string | undefined> {
    // Another request may have been refused earlier, and have led to a fresh one since.
    let token = await this.atHand(signal);
    if (token === refused) {
      if (!this.#refreshing || this.#refreshing.isLeft) this.#refreshing = new Shared((all) => this.#ask({ refresh: 'now', signal: all }));
      const refreshing = this.#refreshing;
      token = await refreshing.join(signal);
    }
    // What was asked for by somebody is not done for nobody.
    return token === refused ? undefined : token || undefined;
  }

  async #ask(call: TokenCall): Promise<string> {
    let token: string;
    try {
      token = (await this.#source(call)) || '';
    } catch (thrown) {
      call.signal.throwIfAborted();
      throw toAdapterError(thrown);
    }
    if (/[^\x21-\x7e]/.test(token)) throw new AdapterError('sign-in-required', 'The function "token" gave a text that no header can hold.');
    return token;
  }
}
