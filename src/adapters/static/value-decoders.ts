import { fail, Mistakes, MAX_MISTAKES, type Place } from './errors.js';

export type Fields = Readonly<Record<string, unknown>>;

/** Decodes one value, or throws the `Mistakes` in it. */
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
      ? decodeEach(value, (item: unknown, index) => decode(item, `${place}[${index}]`))
      : fail(place, value, 'write an array in [ ]');

/** The location of a field in the object at `place`. */
export const placeOf = (name: string, place: Place): Place => (place === '' ? name : `${place}.${name}`);

type Decoders<T> = { readonly [Name in keyof T]: Decoder<T[Name]> };

/**
 * Decodes an object: the fields that it must have, and those that it may have. Ignores all others: a file may hold more than is
 * shown.
 */
export function objectWith<Required, Optional>(
  required: Decoders<Required>,
  optional = {} as Decoders<Optional>,
): Decoder<Required & Partial<Optional>> {
  const decoders = Object.entries<Decoder<unknown>>({ ...required, ...optional });
  return (value, place) => {
    const fields = object(value, place);
    const found: Record<string, unknown> = {};
    decodeEach(decoders, ([name, decode]) => {
      if (name in required || fields[name] !== undefined) found[name] = decode(fields[name], placeOf(name, place));
    });
    return found as Required & Partial<Optional>;
  };
}

/** Decodes every item, or throws the mistakes in the first few that have any. */
export function decodeEach<Item, Decoded>(
  items: readonly Item[],
  decode: (item: Item, index: number) => Decoded,
): readonly Decoded[] {
  const decoded: Decoded[] = [];
  const sentences: string[] = [];
  for (let index = 0; index < items.length && sentences.length < MAX_MISTAKES; index++) {
    try {
      decoded.push(decode(items[index]!, index));
    } catch (error) {
      if (!(error instanceof Mistakes)) throw error;
      sentences.push(...error.sentences);
    }
  }
  if (sentences.length > 0) throw new Mistakes(sentences);
  return decoded;
}
