import { AdapterError, type ErrorKind } from '../../model/adapter.js';

export function errorFromStatus(src: string, status: number): AdapterError {
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
