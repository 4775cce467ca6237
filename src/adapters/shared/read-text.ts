import { AdapterError } from '../../model/adapter.js';
import { readChunks } from './read-chunks.js';

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
