import { AdapterError } from '../../model/adapter.js';
import { readText } from '../shared/read-text.js';
import { errorFromStatus } from './errors.js';

/** An archive may hold all discussions of a site in one file: about 100,000 comments. */
const MAX_LENGTH = 50_000_000;

/** Fetches a JSON file. Throws an `AdapterError`, or the signal's reason. */
export async function fetchJson(
  src: string,
  { fetch, signal }: { readonly fetch: typeof globalThis.fetch; readonly signal: AbortSignal },
): Promise<unknown> {
  let text: string;
  try {
    const response = await fetch(src, { signal, headers: { accept: 'application/json' } });
    if (!response.ok) throw errorFromStatus(src, response.status);
    text = await readText(response, { place: src, signal, maxLength: MAX_LENGTH });
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof AdapterError) throw cause;
    // `fetch` does not tell offline, blocked by CORS and interrupted apart.
    throw new AdapterError('network', `${src} could not be fetched.`, { cause });
  }
  return parseJson(text, src);
}

/** Parses JSON. `source` names it in errors. */
export function parseJson(text: string, source: string): unknown {
  if (text.trimStart().startsWith('<')) {
    throw new AdapterError('bad-response', `${source} is a web page, not JSON: give the URL of the JSON file itself.`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdapterError('bad-response', `${source} is not JSON (${reason}): check it with a JSON validator.`, {
      cause,
    });
  }
}
