import { AdapterError } from '../../model/adapter.js';
import { withTimeout } from './tasks.js';

/**
 * Yields the text of the body of a response in the pieces it arrives in. Cancels the stream in the end, whether it was read to its
 * end, abandoned, aborted or failed. A custom `fetch` may ignore its signal.
 */
export async function* readChunks(
  body: Response['body'],
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const reader = body?.pipeThrough(new TextDecoderStream(), { signal }).getReader();
  if (!reader) return;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } finally {
    // Cancelling a stream that has failed rejects with its error, which `read` has reported already.
    reader.cancel(signal.reason).catch(() => undefined);
  }
}

/** Default time limits for a whole response, in milliseconds. */
export const READ_TIMEOUT = 15_000;
export const WRITE_TIMEOUT = 30_000;

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
  /** Milliseconds for the whole response. */
  readonly timeout: number;
  /** Longest text that is read, in UTF-16 code units. Default 10,000,000. */
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
 * with an `AdapterError` of kind `timeout`, `network`, or `bad-response` with the code `too-long`.
 */
export async function fetchText(
  url: string,
  init: RequestInit,
  { fetch = globalThis.fetch, timeout, maxLength = 10_000_000, signal }: FetchTextOptions,
): Promise<TextResponse> {
  const place = url.replace(/\?.*/, '');
  try {
    return await withTimeout(timeout, signal, async (inner) => {
      const { ok, status, headers, body } = await fetch(url, { ...init, signal: inner });
      let text = '';
      for await (const chunk of readChunks(body, inner)) {
        text += chunk;
        if (text.length > maxLength)
          throw new AdapterError('bad-response', `${place} exceeds ${maxLength} characters`, { code: 'too-long' });
      }
      return { ok, status, headers, text };
    });
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof AdapterError) throw cause;
    // `fetch` throws the same error when it is offline, blocked by CORS or interrupted.
    throw new AdapterError('network', `Could not reach ${place}`, { cause });
  }
}
