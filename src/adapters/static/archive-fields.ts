import { fail, isObject, type Fields, type Place } from './archive-value.js';

/** Reads one value, or throws `bad-response` with its place. */
export type Read<T> = (value: unknown, place: Place) => T;

export const text: Read<string> = (value, place) => (typeof value === 'string' ? value : fail(place, value, 'write a text in quotes'));

export const number: Read<number> = (value, place) =>
  typeof value === 'number' ? value : fail(place, value, 'write a number without quotes');

export const object: Read<Fields> = (value, place) => (isObject(value) ? value : fail(place, value, 'write an object in { }'));

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

export const time: Read<string> = (value, place) =>
  typeof value === 'string' && isoTime.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : fail(place, value, 'write an ISO 8601 time with a zone, such as 2013-06-07T10:54:00Z');

export const oneOf = <T extends string>(words: readonly T[], value: unknown, place: Place): T =>
  words.find((word) => word === value) ?? fail(place, value, `write one of ${words.map((word) => `"${word}"`).join(', ')}`);

export const list =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, place) =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => read(item, `${place}[${index}]`))
      : fail(place, value, 'write a list in [ ]');

/** Reads those of the given fields that are there; all others in the file are left alone, so that it may hold more than is shown. */
export function optional<T extends Record<string, unknown>>(
  fields: Fields,
  place: Place,
  readers: { [Name in keyof T]: Read<T[Name]> },
): Partial<T> {
  const found: Partial<T> = {};
  for (const name of Object.keys(readers) as (keyof T & string)[]) {
    const value = fields[name];
    if (value !== undefined) found[name] = readers[name](value, `${place}.${name}`);
  }
  return found;
}
