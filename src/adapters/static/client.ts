import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import { fetchText, type FetchTextOptions } from '../shared/fetch-text.js';

function errorFromStatus(src: string, status: number): AdapterError {
  const kind = kindOf(status);
  return new AdapterError(kind, `${src} returned status ${status}: set src to the URL of the JSON file.`, {
    code: String(status),
    // If the server has failed, the address may be right.
    audience: kind === 'unavailable' ? 'support' : 'developer',
  });
}

function kindOf(status: number): ErrorKind {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 408 || status === 429 || status >= 500) return 'unavailable';
  return 'bad-response';
}

/** The number of mistakes that are reported at once. A file with more of them was usually written by a program. */
const MAX_MISTAKES = 5;

/** The error for mistakes in a file when there is no receiver of notes. */
export function errorFromMistakes(mistakes: readonly string[]): AdapterError {
  const reported = [...new Set(mistakes)].slice(0, MAX_MISTAKES);
  if (reported.length === MAX_MISTAKES) reported.push('There may be more');
  return new AdapterError('bad-response', `${reported.join('. ')}.`);
}

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
