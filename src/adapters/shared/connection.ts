import { AdapterError, type Token } from '../../model/adapter.js';
import { withTimeout } from './tasks.js';

/** The settings of an element that its adapter is created from. */
export interface Connection {
  /** The attribute `src`. */
  readonly src?: string | undefined;
  /** Text of the `<script type="application/json">` inside the element. */
  readonly data?: string | undefined;
  /** The property `token`. If it is empty, the viewer is not signed in. */
  readonly token?: Token | undefined;
  /** Reports a setting that has no effect, in a sentence for the developer. The comments are still shown. */
  readonly note?: ((problem: string) => unknown) | undefined;
}

/**
 * Parses the options in the JSON script inside an element. Throws `invalid`; `example` shows the developer a
 * valid script.
 */
export function parseData<T>(data: string, example: string): Partial<T> {
  try {
    return Object(JSON.parse(data)) as Partial<T>;
  } catch (cause) {
    const excerpt = data.trim().slice(0, 40);
    throw new AdapterError('invalid', `The script inside the element is not JSON: "${excerpt}". Example: ${example}`, {
      cause,
    });
  }
}

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
