/** How a value of an answer is read: it is what the contract says, or the answer is refused with the place of the mistake. */
import { AdapterError } from '../../model/adapter.js';

/** Reads one value. `place` says where it stands, such as `GET /comments › items[3] › id`. Throws `bad-response`. */
export type Read<T> = (value: unknown, place: string) => T;

type Readers = Readonly<Record<string, Read<unknown>>>;

/** What readers of members read. */
type Members<All extends Readers> = { readonly [Name in keyof All]: ReturnType<All[Name]> };

type Words<List extends string> = List extends `${infer First} ${infer Rest}` ? First | Words<Rest> : List;

export const reader =
  <T>(wanted: string, isOne: (value: unknown) => unknown): Read<T> =>
  (value, place) => {
    if (isOne(value)) return value as T;
    throw new AdapterError('bad-response', `${place} is ${(JSON.stringify(value) ?? 'missing').slice(0, 60)}, not ${wanted}`);
  };

const isText = (value: unknown): value is string => typeof value === 'string';

export const text = reader<string>('a string', isText);

export const flag = reader<boolean>('true or false', (value) => typeof value === 'boolean');

export const integer = reader<number>('a whole number', Number.isSafeInteger);

export const count = reader<number>('a whole number from 0 on', (value) => Number.isSafeInteger(value) && (value as number) >= 0);

export const id = reader<string>('a string, not empty', (value) => isText(value) && value);

export const time = reader<string>(
  'a time such as "2013-06-07T10:54:00Z"',
  (value) => isText(value) && /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:\d\d)$/i.test(value) && !Number.isNaN(Date.parse(value)),
);

/** One of the words, which are given with blanks between them. */
export const word = <List extends string>(words: List): Read<Words<List>> => {
  const known = words.split(' ');
  return reader(`one of ${words}`, (value) => known.includes(value as string));
};

const array = reader<readonly unknown[]>('a list', Array.isArray);

export const fields = reader<Readonly<Record<string, unknown>>>('an object', (value) => Object(value) === value && !Array.isArray(value));

/** A member that may be absent, or null, which many a serialiser writes instead. */
export const optional =
  <T>(read: Read<T>): Read<T | undefined> =>
  (value, place) =>
    value == null ? undefined : read(value, place);

/** A member that an answer is better off without than refused for: where it is wrong, it counts as `otherwise`. */
export const lenient =
  <T>(read: Read<T>, otherwise?: T): Read<T | undefined> =>
  (value, place) => {
    try {
      return optional(read)(value, place);
    } catch {
      return otherwise;
    }
  };

/** A word of a list that may have grown since: one that is not known counts as `otherwise`. */
export const wordOr =
  <List extends string>(otherwise: Words<List>, words: List): Read<Words<List>> =>
  (value, place) =>
    lenient(word(words), otherwise)(text(value, place), place)!;

export const list =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, place) =>
    array(value, place).map((item, index) => read(item, `${place}[${index}]`));

/** Those items of a list that are known here. */
export const known =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, place) =>
    list(lenient(read))(value, place).filter((item) => item !== undefined);

/** An object with members that have to be as they should, and with some that are left out where they are not. All others are left behind. */
export const object =
  <Strict extends Readers, Loose extends Readers = Record<never, never>>(
    strict: Strict,
    loose?: Loose,
  ): Read<Members<Strict> & Partial<Members<Loose>>> =>
  (value, place) => {
    const given = fields(value, place);
    const found: Record<string, unknown> = {};
    const take = (readers: Readers, change: (read: Read<unknown>) => Read<unknown>): void => {
      for (const [name, read] of Object.entries(readers)) {
        const member = change(read)(given[name], `${place} › ${name}`);
        if (member !== undefined) found[name] = member;
      }
    };
    take(strict, (read) => read);
    take(loose ?? {}, lenient);
    return found as Members<Strict> & Partial<Members<Loose>>;
  };
