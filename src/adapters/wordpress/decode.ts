/** Reads values of a response. Throws `bad-response` for a value of another type. */
import { AdapterError } from '../../model/adapter.js';

export type Fields = Readonly<Record<string, unknown>>;

export const object = (value: unknown, name = 'The response'): Fields =>
  Object(value) === value && !Array.isArray(value) ? (value as Fields) : fail(value, name, 'an object');

export const objects = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.map((item) => object(item, 'An item')) : fail(value, 'The response', 'a list');

export const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : fail(value, name, 'a string');
};

/** Reads a number as the id that the contract wants. */
export const id = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'number' && value > 0 ? String(value) : fail(value, name, 'a number');
};

/** Whether the viewer may change an object, according to its links. Undefined before WordPress 6.7. */
export function isAllowed({ _links: links }: Fields, method: 'PATCH' | 'DELETE'): boolean | undefined {
  type Links = { readonly self?: readonly { readonly targetHints?: { readonly allow?: readonly string[] } }[] };
  return (Object(links) as Links).self?.[0]?.targetHints?.allow?.includes(method);
}

function fail(value: unknown, name: string, expected: string): never {
  throw new AdapterError('bad-response', `${name} is ${`${JSON.stringify(value)}`.slice(0, 60)}, not ${expected}`);
}
