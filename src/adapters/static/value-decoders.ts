import { fail, type Place } from './errors.js';

export type Fields = Readonly<Record<string, unknown>>;

/** Decodes one value, or throws `bad-response` with its place. */
export type Decoder<T> = (value: unknown, place: Place) => T;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Decoder<string> = (value, place) =>
  typeof value === 'string' ? value : fail(place, value, 'write a string in quotes');

export const number: Decoder<number> = (value, place) =>
  typeof value === 'number' ? value : fail(place, value, 'write a number without quotes');

export const flag: Decoder<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : fail(place, value, 'write true or false');

export const object: Decoder<Fields> = (value, place) =>
  isObject(value) ? value : fail(place, value, 'write an object in { }');

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

export const time: Decoder<string> = (value, place) =>
  typeof value === 'string' && isoTime.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : fail(place, value, 'write an ISO 8601 time with a zone, such as 2013-06-07T10:54:00Z');

export const oneOf =
  <T extends string>(words: readonly T[]): Decoder<T> =>
  (value, place) =>
    words.find((word) => word === value) ??
    fail(place, value, `write one of ${words.map((word) => `"${word}"`).join(', ')}`);

export const list =
  <T>(decode: Decoder<T>): Decoder<readonly T[]> =>
  (value, place) =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => decode(item, `${place}[${index}]`))
      : fail(place, value, 'write an array in [ ]');

/** Decodes the given fields where they are present, and ignores all others: a file may hold more than is shown. */
export function optional<T extends Record<string, unknown>>(
  fields: Fields,
  place: Place,
  decoders: { [Name in keyof T]: Decoder<T[Name]> },
): Partial<T> {
  const found: Partial<T> = {};
  for (const name of Object.keys(decoders) as (keyof T & string)[]) {
    const value = fields[name];
    if (value !== undefined) found[name] = decoders[name](value, `${place}.${name}`);
  }
  return found;
}
