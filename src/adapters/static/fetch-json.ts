import { AdapterError, type ErrorKind } from '../../model/adapter.js';

function kindOf(status: number): ErrorKind {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 408 || status === 429 || status >= 500) return 'unavailable';
  return 'bad-response';
}

/** Parses JSON text; `source` names it in the error. */
export function parseJson(text: string, source: string): unknown {
  if (text.trimStart().startsWith('<')) {
    throw new AdapterError('bad-response', `${source} is a web page, not JSON: give the address of the JSON file itself.`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdapterError('bad-response', `${source} is not JSON (${reason}): check it with a JSON validator.`, { cause });
  }
}

/** Fetches a JSON file. Throws `AdapterError`, or the signal's reason. */
export async function fetchJson(
  src: string,
  { fetch, signal }: { readonly fetch: typeof globalThis.fetch; readonly signal: AbortSignal },
): Promise<unknown> {
  let text: string;
  try {
    const response = await fetch(src, { signal, headers: { accept: 'application/json' } });
    if (!response.ok) {
      throw new AdapterError(kindOf(response.status), `${src} was answered with the status ${response.status}.`, {
        code: String(response.status),
      });
    }
    text = await response.text();
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof AdapterError) throw cause;
    // Offline, refused by CORS, or broken off: `fetch` tells none of them apart.
    throw new AdapterError('network', `${src} could not be fetched.`, { cause });
  }
  return parseJson(text, src);
}
