/**
 * Decoders for the values of a JSON response. A decoder returns the value if it is what the backend should send, and otherwise
 * throws an error that names the location of the mistake.
 */
import { AdapterError } from '../../model/adapter.js';

/**
 * Decodes one value. `place` is its location, such as `GET /comments › items[3] › id`. Throws `bad-response`.
 */
export type Decoder<T> = (value: unknown, place: string) => T;

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
  (value) => Object(value) === value && !Array.isArray(value),
);

/** Decoders by the names of members. */
export type Decoders = Readonly<Record<string, Decoder<unknown>>>;

/** The object that decoders of its members decode. */
export type Members<All extends Decoders> = { readonly [Name in keyof All]: ReturnType<All[Name]> };

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

/** A string id. For numeric ids: `(value, place) => String(integer(value, place))`. */
export const id = decoder<string>('a non-empty string', (value) => typeof value === 'string' && value);

/** An ISO 8601 time with a time zone. */
export const time = decoder<string>(
  'a time such as "2013-06-07T10:54:00Z"',
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:\d\d)$/i.test(value) &&
    !Number.isNaN(Date.parse(value)),
);

/** One of the given words, which are separated by spaces. */
export const word = <List extends string>(words: List): Decoder<Words<List>> => {
  const known = words.split(' ');
  return decoder(`one of ${words}`, (value) => known.includes(value as string));
};

const array = decoder<readonly unknown[]>('an array', Array.isArray);

/** A value that may be absent, or null, which many serializers write instead. */
export const optional =
  <T>(decode: Decoder<T>): Decoder<T | undefined> =>
  (value, place) =>
    value == null ? undefined : decode(value, place);

/** A value that must not invalidate the whole response: if it is invalid, it becomes `fallback`. */
export const lenient =
  <T>(decode: Decoder<T>, fallback?: T): Decoder<T | undefined> =>
  (value, place) => {
    try {
      return optional(decode)(value, place);
    } catch {
      return fallback;
    }
  };

/** One of the given words. An unknown word, which a later version of the backend may send, becomes `fallback`. */
export const wordOr =
  <List extends string>(fallback: Words<List>, words: List): Decoder<Words<List>> =>
  (value, place) =>
    lenient(word(words), fallback)(text(value, place), place)!;

/** One of the given words, or an object with an `id` and a `label`: a custom value of the backend. */
export const wordOrLabel =
  <List extends string>(words: List): Decoder<Words<List> | { readonly id: string; readonly label: string }> =>
  (value, place) =>
    typeof value === 'object' ? labelled(value, place) : word(words)(value, place);

/** A list. Each item must be valid. */
export const list =
  <T>(decode: Decoder<T>): Decoder<readonly T[]> =>
  (value, place) =>
    array(value, place).map((item, index) => decode(item, `${place}[${index}]`));

/** A list without its invalid items. */
export const lenientList =
  <T>(decode: Decoder<T>): Decoder<readonly T[]> =>
  (value, place) =>
    list(lenient(decode))(value, place).filter((item) => item !== undefined);

/**
 * An object. `strict` members must be valid. `loose` members are omitted if they are invalid. All other members are dropped.
 */
export const object =
  <Strict extends Decoders, Loose extends Decoders = Record<never, never>>(
    strict: Strict,
    loose?: Loose,
  ): Decoder<Members<Strict> & Partial<Members<Loose>>> =>
  (value, place) => {
    const source = record(value, place);
    const result: Record<string, unknown> = {};
    const add = (decoders: Decoders, adapt: (decode: Decoder<unknown>) => Decoder<unknown>): void => {
      for (const [name, decode] of Object.entries(decoders)) {
        const member = adapt(decode)(source[name], `${place} › ${name}`);
        if (member !== undefined) result[name] = member;
      }
    };
    add(strict, (decode) => decode);
    add(loose ?? {}, lenient);
    return result as Members<Strict> & Partial<Members<Loose>>;
  };

const labelled = object({ id, label: id });

/** An id that the backend may send as a number, as most databases have it. */
export const anyId: Decoder<string> = (value, place) =>
  typeof value === 'number' ? String(integer(value, place)) : id(value, place);

/**
 * A decoder that is created when it is first used, for structures that contain themselves. TypeScript needs the type:
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
  (value, place) =>
    create()(value, place);
