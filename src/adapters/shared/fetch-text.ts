import { AdapterError } from '../../model/adapter.js';
import { withTimeout } from './tasks.js';

/**
 * Yields the text of a response in the pieces it arrives in. Cancels the stream in the end, whether it was read to its
 * end, abandoned, aborted or failed. A custom `fetch` may ignore its signal.
 */
export async function* readChunks({ body }: Response, signal: AbortSignal): AsyncGenerator<string, void, undefined> {
  const reader = body?.pipeThrough(new TextDecoderStream(), { signal }).getReader();
  if (!reader) return;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } finally {
    // Cancelling a stream that has failed rejects with its error, which `read` has reported already.
    reader.cancel(signal.reason).catch(() => undefined);
  }
}

export interface ReadTextOptions {
  /** The request or its URL, as error messages name it. */
  readonly place: string;
  readonly signal: AbortSignal;
  /** Longest text that is read, in UTF-16 code units. Default 10,000,000: about 20,000 comments. */
  readonly maxLength?: number | undefined;
}

/**
 * Reads the text of a response, whatever its status. Rejects with a `bad-response` if it is too long, and leaves the rest
 * unread: an endless response must not fill the memory of the reader's browser.
 */
export async function readText(
  response: Response,
  { place, signal, maxLength = 10_000_000 }: ReadTextOptions,
): Promise<string> {
  let text = '';
  for await (const chunk of readChunks(response, signal)) {
    text += chunk;
    if (text.length > maxLength)
      throw new AdapterError('bad-response', `${place} returned more than ${maxLength / 1e6} million characters`);
  }
  return text;
}

/** Time limits for a whole response, in milliseconds. */
export interface TimeLimits {
  /** For `GET` and `HEAD`. Default 15,000. */
  readonly read?: number;
  /** For all other methods. Default 30,000. */
  readonly write?: number;
}

export interface FetchTextOptions {
  /** Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly timeout?: TimeLimits | undefined;
  /** Longest text that is read, in UTF-16 code units. Default 10,000,000: about 20,000 comments. */
  readonly maxLength?: number | undefined;
  readonly signal: AbortSignal;
}

/** A response whose body has been read. */
export interface TextResponse extends Pick<Response, 'ok' | 'status' | 'headers'> {
  readonly text: string;
}

/** Whether a request with this method changes nothing (RFC 9110, section 9.2.1). All others are writes. */
export const isRead = (method = 'GET'): boolean => /^(GET|HEAD)$/.test(method);

/**
 * Sends a request and reads the whole response, whatever its status. Rejects with the reason of `signal`, or
 * with an `AdapterError` of kind `timeout`, `network`, or `bad-response` if the response is too long.
 */
export async function fetchText(
  url: string,
  init: RequestInit,
  { fetch = globalThis.fetch, timeout = {}, maxLength, signal }: FetchTextOptions,
): Promise<TextResponse> {
  const { read = 15_000, write = 30_000 } = timeout;
  const place = url.replace(/\?.*/, '');
  try {
    return await withTimeout(isRead(init.method) ? read : write, signal, async (inner) => {
      const response = await fetch(url, { ...init, signal: inner });
      const { ok, status, headers } = response;
      return { ok, status, headers, text: await readText(response, { place, signal: inner, maxLength }) };
    });
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof AdapterError) throw cause;
    // `fetch` throws the same error when it is offline, blocked by CORS or interrupted.
    throw new AdapterError('network', `Could not reach ${place}`, { cause });
  }
}
