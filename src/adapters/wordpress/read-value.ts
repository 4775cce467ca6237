import { AdapterError } from '../../model/adapter.js';

export type Fields = Readonly<Record<string, unknown>>;

function wrong(value: unknown, name: string, wanted: string): never {
  throw new AdapterError('bad-response', `${name} is ${`${JSON.stringify(value)}`.slice(0, 60)}, not ${wanted}`);
}

export const object = (value: unknown, name = 'The answer'): Fields =>
  Object(value) === value && !Array.isArray(value) ? (value as Fields) : wrong(value, name, 'an object');

export const objects = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.map((one) => object(one, 'An item')) : wrong(value, 'The answer', 'a list');

export const text = (from: Fields, name: string): string => {
  const value = from[name];
  return typeof value === 'string' ? value : wrong(value, name, 'a text');
};

/** A text for the number that WordPress has for a thing. */
export const id = (from: Fields, name: string): string => {
  const value = from[name];
  return typeof value === 'number' && value > 0 ? String(value) : wrong(value, name, 'a number');
};

/** What the server says that this viewer may do with a thing, since WordPress 6.7. */
export function allowed({ _links: links }: Fields, method: 'PATCH' | 'DELETE'): boolean | undefined {
  type Links = { readonly self?: readonly { readonly targetHints?: { readonly allow?: readonly string[] } }[] };
  return (Object(links) as Links).self?.[0]?.targetHints?.allow?.includes(method);
}
