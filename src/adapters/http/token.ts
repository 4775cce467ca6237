import { AdapterError } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import { SharedTask } from '../shared/shared-task.js';

/** How a token is asked for. */
export interface TokenCall {
  /**
   * `if-needed`: the current token, or a fresh one if the current one is known to have expired. `now`: a fresh one,
   * because the backend has refused the current one; later calls get the fresh one, too.
   */
  readonly refresh: 'if-needed' | 'now';
  readonly signal: AbortSignal;
}

/** Returns the viewer's token, or an empty string for an anonymous viewer. */
export type TokenSource = (call: TokenCall) => string | Promise<string>;

/** Gets the viewer's token from the page, and a fresh one after the backend has refused it. */
export class TokenProvider {
  readonly #source: TokenSource;
  #refresh: SharedTask<string> | undefined;

  constructor(source: TokenSource) {
    this.#source = source;
  }

  get(signal: AbortSignal): Promise<string> {
    return this.#ask({ refresh: 'if-needed', signal });
  }

  /** Another token than the refused one, or undefined if there is none. Calls at the same time share one refresh. */
  async replace(refused: string, signal: AbortSignal): Promise<string | undefined> {
    // An earlier request may have been refused, and have refreshed the token since.
    const current = await this.get(signal);
    const token = current === refused ? await this.#refreshed().join(signal) : current;
    // A request that was made as somebody must not be repeated as nobody.
    return token === refused || token === '' ? undefined : token;
  }

  #refreshed(): SharedTask<string> {
    const refresh =
      this.#refresh?.status === 'running'
        ? this.#refresh
        : new SharedTask((signal) => this.#ask({ refresh: 'now', signal }));
    this.#refresh = refresh;
    return refresh;
  }

  async #ask(call: TokenCall): Promise<string> {
    let token: string;
    try {
      token = (await this.#source(call)) || '';
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
