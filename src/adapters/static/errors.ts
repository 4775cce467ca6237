import { AdapterError, type ErrorKind } from '../../model/adapter.js';

/** The location of a value in the file, written as in JavaScript: `comments[3].createdAt`. Empty for the whole file. */
export type Place = string;

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
export const MAX_MISTAKES = 5;

/** The mistakes in a file, one sentence each. */
export class Mistakes extends Error {
  constructor(readonly sentences: readonly string[]) {
    super('The archive has mistakes.');
  }

  toAdapterError(): AdapterError {
    const reported = this.sentences.slice(0, MAX_MISTAKES);
    if (reported.length === MAX_MISTAKES) reported.push('There may be more.');
    return new AdapterError('bad-response', reported.join(' '));
  }
}

/** Throws an error with the location of the mistake, the value and the remedy. */
export function fail(place: Place, value: unknown, remedy: string): never {
  throw new Mistakes([`${place === '' ? 'The archive' : place} is ${describe(value)}: ${remedy}.`]);
}

function describe(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'null' : Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
  }
}
