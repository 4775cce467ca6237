import { AdapterError } from '../../model/adapter.js';

/** Where in the file a value stands, as one would write it in JavaScript: `comments[3].createdAt`. Empty: the whole file. */
export type Place = string;

export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : `of the type ${typeof value}`;
  }
}

/** Says where the mistake is, what stands there and what to write instead. */
export function fail(place: Place, value: unknown, remedy: string): never {
  throw new AdapterError('bad-response', `${place === '' ? 'The archive' : place} is ${shown(value)}: ${remedy}.`);
}
