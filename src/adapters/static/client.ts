import { AdapterError } from '../../model/adapter.js';
import { fetchText, type FetchTextOptions } from '../shared/fetch-text.js';
import { errorFromStatus } from './errors.js';

/** An archive may hold all discussions of a site in one file: about 100,000 comments. */
const MAX_LENGTH = 50_000_000;

/** Milliseconds for the whole file, which is far larger than what other adapters read at once. */
const TIME_LIMIT = 60_000;

/** Fetches a JSON file. Throws an `AdapterError`, or the signal's reason. */
export async function fetchJson(src: string, options: Pick<FetchTextOptions, 'fetch' | 'signal'>): Promise<unknown> {
  const init = { headers: { accept: 'application/json' } };
  const limits = { timeout: TIME_LIMIT, maxLength: MAX_LENGTH };
  const { ok, status, text } = await fetchText(src, init, { ...options, ...limits });
  if (!ok) throw errorFromStatus(src, status);
  return parseJson(text, src);
}

/** The URL of a part: 1 is `comments.json`, 2 is `comments/2.json`. */
export const partUrl = (src: string, number: number): string =>
  number > 1 ? src.replace(/\.json(?=$|\?)/, `/${number}$&`) : src;

/** Parses JSON. `source` names it in errors. */
export function parseJson(text: string, source: string): unknown {
  if (text.trimStart().startsWith('<')) {
    throw new AdapterError('bad-response', `${source} is a web page, not JSON: give the URL of the JSON file itself.`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new AdapterError('bad-response', `${source} is not JSON (${reason}): check it with a JSON validator.`, {
      cause,
    });
  }
}
