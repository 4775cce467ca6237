/**
 * Decoders for the values of a response. A decoder returns the value if it is what the backend should send, and otherwise throws an
 * error that names the location of the mistake.
 */
import { AdapterError } from '../adapter.js';

/** How to decode. Without it, no problem is reported: an invalid value is an error, or is left out where that loses nothing. */
export interface Reading {
  /**
   * Receives the problem of every value that is replaced or left out: the sentence that would be the message of the error. A response is
   * then only refused if nothing of it is usable.
   */
  readonly note?: ((problem: string) => unknown) | undefined;
}

/**
 * Decodes one value. `place` is its location, such as `GET /comments › items[3] › id`. Throws `bad-response`.
 */
export type Decoder<T> = (value: unknown, place: string, reading?: Reading) => T;

/** The type that a decoder returns. */
export type Decoded<Decode> = Decode extends Decoder<infer T> ? T : never;

/** A decoder for the values that pass a test. `expected` completes "… is 5, not". */
export const decoder =
  <T>(expected: string, isValid: (value: unknown) => unknown): Decoder<T> =>
  (value, place) => {
    if (isValid(value)) return value as T;
    const actual = (JSON.stringify(value) ?? 'missing').slice(0, 60);
    throw new AdapterError('bad-response', `${place} is ${actual}, not ${expected}`);
  };

/** A string, possibly an empty one. */
export const text = decoder<string>('a string', (value) => typeof value === 'string');

/** Any object. */
export const record = decoder<Readonly<Record<string, unknown>>>(
  'an object',
  (value) => typeof value === 'object' && value && !Array.isArray(value),
);

/** Decoders by the names of members. */
export type Decoders = Readonly<Record<string, Decoder<unknown>>>;

type OptionalName<All extends Decoders> = {
  [Name in keyof All]: undefined extends Decoded<All[Name]> ? Name : never;
}[keyof All];

/** The object that decoders of its members decode. Members that may be undefined are optional. */
export type Members<All extends Decoders> = {
  readonly [Name in Exclude<keyof All, OptionalName<All>>]: Decoded<All[Name]>;
} & { readonly [Name in OptionalName<All>]?: Decoded<All[Name]> };

/** The words of a string type, as a union. */
export type Words<List extends string> = List extends `${infer First} ${infer Rest}` ? First | Words<Rest> : List;

/** True or false. */
export const flag = decoder<boolean>('true or false', (value) => typeof value === 'boolean');

/** A number. */
export const number = decoder<number>('a number', Number.isFinite);

/** A number without a fraction that JavaScript represents exactly. */
export const integer = decoder<number>('an integer', Number.isSafeInteger);

/** A non-negative integer. */
export const count = decoder<number>(
  'an integer of at least 0',
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
);

/** A string id. For numeric ids: `anyId`. */
export const id = decoder<string>('a non-empty string', (value) => typeof value === 'string' && value);

const isoTime = decoder<string>(
  'a time such as "2013-06-07T10:54:00Z"',
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/i.test(value) &&
    Date.parse(value) > -Infinity,
);

/** An ISO 8601 time with a time zone. Returns an offset with a colon: without one, some browsers cannot parse it. */
export const time: Decoder<string> = (value, place) =>
  isoTime(typeof value === 'string' ? value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : value, place);

/** One of the given words, which are separated by spaces. */
export const word = <List extends string>(words: List): Decoder<Words<List>> =>
  decoder(`one of ${words}`, (value) => words.split(' ').includes(value as string));

const array = decoder<readonly unknown[]>('an array', Array.isArray);

/** A value that becomes `fallback` if it is invalid. */
const orElse =
  <T>(decode: Decoder<T>, fallback?: T): Decoder<T | undefined> =>
  (value, place, reading) => {
    try {
      return decode(value, place, reading);
    } catch (thrown) {
      reading?.note?.((thrown as Error).message);
      return fallback;
    }
  };

/** A value that must not invalidate the whole response: if it is invalid, it becomes `fallback`. */
export const lenient =
  <T>(decode: Decoder<T>, fallback?: T): Decoder<T | undefined> =>
  (value, place, reading) =>
    value == null ? undefined : orElse(decode, fallback)(value, place, reading);

/** A value that may be absent, or null, which many serializers write instead. */
export const optional =
  <T>(decode: Decoder<T>): Decoder<T | undefined> =>
  (value, place, reading) =>
    (value == null || reading?.note ? lenient(decode) : decode)(value, place, reading);

/** One of the given words. An unknown word, which a later version of the backend may send, becomes `fallback`. */
export const wordOr =
  <List extends string>(fallback: Words<List>, words: List): Decoder<Words<List>> =>
  (value, place, reading) =>
    lenient(word(words), fallback)(text(value, place), place, reading)!;

/** One of the given words, or an object with an `id` and a `label`: a custom value of the backend. */
export const wordOrLabel =
  <List extends string>(words: List): Decoder<Words<List> | { readonly id: string; readonly label: string }> =>
  (value, place) =>
    typeof value === 'object' ? labelled(value, place) : word(words)(value, place);

/** A value that may be null, which counts as absent. */
export const nullable = <T>(decode: Decoder<T>): Decoder<T | null> => decode;

const each =
  <T>(decode: Decoder<T>): Decoder<readonly T[]> =>
  (value, place, reading) =>
    array(value, place).map((item, index) => decode(item, `${place}[${index}]`, reading));

/** A list without its invalid items. */
export const lenientList =
  <T>(decode: Decoder<T>): Decoder<readonly T[]> =>
  (value, place, reading) =>
    each(orElse(decode))(value, place, reading).filter((item) => item !== undefined);

/** A list. Each item must be valid. If problems are reported, invalid items are left out, unless all are invalid. */
export const list =
  <T>(decode: Decoder<T>): Decoder<readonly T[]> =>
  (value, place, reading) => {
    const usable = reading?.note ? lenientList(decode)(value, place, reading) : [];
    return usable.length > 0 ? usable : each(decode)(value, place, reading);
  };

/**
 * An object. `strict` members must be valid. `loose` members are omitted if they are invalid. All other members are dropped.
 */
export const object =
  <Strict extends Decoders, Loose extends Decoders = Record<never, never>>(
    strict: Strict,
    loose?: Loose,
  ): Decoder<Members<Strict> & Partial<Members<Loose>>> =>
  (value, place, reading) => {
    const source = record(value, place);
    const result: Record<string, unknown> = {};
    let mistake: Error | undefined;
    for (const [name, decode] of Object.entries<Decoder<unknown>>({ ...strict, ...loose })) {
      const decodeMember = name in strict ? decode : lenient(decode);
      try {
        const member = decodeMember(source[name], `${place} › ${name}`, reading);
        if (member !== undefined) result[name] = member;
      } catch (thrown) {
        // All mistakes are reported: the last one by the caller, who knows what becomes of the object.
        if (!reading?.note) throw thrown;
        if (mistake) reading.note(mistake.message);
        mistake = thrown as Error;
      }
    }
    if (mistake) throw mistake;
    return result as Members<Strict> & Partial<Members<Loose>>;
  };

const labelled = object({ id, label: id });

/** An id that the backend may send as a number, as most databases have it. */
export const anyId: Decoder<string> = (value, place) =>
  typeof value === 'number' ? String(integer(value, place)) : id(value, place);

/**
 * A decoder that is created when it is first used, for structures that contain themselves. TypeScript needs their type.
 *
 * ```ts
 * interface Node {
 *   readonly id: string;
 *   readonly children: readonly Node[];
 * }
 * const node: Decoder<Node> = object({ id, children: list(lazy(() => node)) });
 * ```
 */
export const lazy =
  <T>(create: () => Decoder<T>): Decoder<T> =>
  (value, place, reading) =>
    create()(value, place, reading);
