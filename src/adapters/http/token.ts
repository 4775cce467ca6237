import { AdapterError, type Token, type TokenCall } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import { SharedTask } from '../shared/tasks.js';

/** Gets the viewer's token from the page, and a fresh one after the backend has refused it. */
export class TokenProvider {
  readonly #token: Token;
  #refresh: SharedTask<string> | undefined;

  constructor(token: Token) {
    this.#token = token;
  }

  get(signal: AbortSignal): Promise<string> {
    return this.#ask({ refresh: false, signal });
  }

  /** Another token than the refused one, or undefined if there is none. Calls at the same time share one refresh. */
  async replace(refused: string, signal: AbortSignal): Promise<string | undefined> {
    // An earlier request may have been refused, and have refreshed the token since.
    const current = await this.get(signal);
    const token = current === refused ? await this.#refreshed().join(signal) : current;
    // A request that was made as a signed-in viewer must not be repeated anonymously.
    return token === refused || token === '' ? undefined : token;
  }

  #refreshed(): SharedTask<string> {
    const refresh =
      this.#refresh?.status === 'running'
        ? this.#refresh
        : new SharedTask((signal) => this.#ask({ refresh: true, signal }));
    this.#refresh = refresh;
    return refresh;
  }

  async #ask(call: TokenCall): Promise<string> {
    const source = this.#token;
    let token: string;
    try {
      token = (typeof source === 'function' ? await source(call) : source) || '';
    } catch (thrown) {
      call.signal.throwIfAborted();
      throw toAdapterError(thrown);
    }
    if (/[^\x21-\x7e]/.test(token)) {
      throw new AdapterError('sign-in-required', 'The token contains characters that an HTTP header cannot carry.');
    }
    return token;
  }
}
