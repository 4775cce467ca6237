/** Reads the fields of a response. Throws `bad-response` for a value of another type. */
import * as decode from '../../model/contract/schema.js';

export type Fields = Readonly<Record<string, unknown>>;

export const object = (value: unknown, name = 'The response'): Fields => decode.record(value, name);

const array = decode.decoder<readonly unknown[]>('an array', Array.isArray);

export const objects = (value: unknown, name: string): readonly Fields[] =>
  array(value, name).map((item, index) => object(item, `${name}[${index}]`));

export const text = (fields: Fields, name: string): string => decode.text(fields[name], name);

const positive = decode.decoder<number>('a number', (value) => typeof value === 'number' && value > 0);

/** Reads a numeric id as a string, as the contract requires. */
export const id = (fields: Fields, name: string): string => String(positive(fields[name], name));

/** Whether the viewer may change an object, according to its links. Undefined before WordPress 6.7. */
export function isAllowed({ _links: links }: Fields, method: 'PATCH' | 'DELETE'): boolean | undefined {
  type Links = { readonly self?: readonly { readonly targetHints?: { readonly allow?: readonly string[] } }[] };
  return (Object(links) as Links).self?.[0]?.targetHints?.allow?.includes(method);
}
