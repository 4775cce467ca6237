import { AdapterError, type ErrorKind } from '../../model/adapter.js';

/** The place of a value in the file, written as in JavaScript: `comments[3].createdAt`. Empty for the whole file. */
export type Place = string;

export function errorFromStatus(src: string, status: number): AdapterError {
  const kind = kindOf(status);
  return new AdapterError(kind, `${src} returned status ${status}: set src to the URL of the JSON file.`, {
    code: String(status),
    // The address may be right where the server has failed.
    audience: kind === 'unavailable' ? 'support' : 'developer',
  });
}

function kindOf(status: number): ErrorKind {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 408 || status === 429 || status >= 500) return 'unavailable';
  return 'bad-response';
}

/** So many mistakes are told at once: whoever corrects the file by hand does not ask for each, and a program has made the rest. */
export const MOST_MISTAKES = 5;

/** What is wrong with a file: a sentence for each mistake. */
export class Mistakes extends Error {
  constructor(readonly sentences: readonly string[]) {
    super('The archive has mistakes.');
  }

  toAdapterError(): AdapterError {
    const told = this.sentences.slice(0, MOST_MISTAKES);
    if (told.length === MOST_MISTAKES) told.push('There may be more.');
    return new AdapterError('bad-response', told.join(' '));
  }
}

/** Throws what says where the mistake is, what the value is, and what to write instead. */
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
