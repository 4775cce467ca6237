/** Run-time checks of types. A problem names the path, the value and the expected type. */
import { inspect } from './inspect.js';

/** Lists what is wrong with a value. `path` is its location in JavaScript notation, such as `result.items[0].id`. */
export type Shape = (value: unknown, path: string) => readonly string[];

const wrong = (value: unknown, path: string, expected: string): readonly string[] => [
  `${path} is ${inspect(value, 80)}, not ${expected}`,
];

const matching =
  (test: (value: unknown) => boolean, expected: string): Shape =>
  (value, path) =>
    test(value) ? [] : wrong(value, path, expected);

export const text = matching((value) => typeof value === 'string', 'a string');
export const nonEmptyText = matching((value) => typeof value === 'string' && value !== '', 'a non-empty string');
export const flag = matching((value) => typeof value === 'boolean', 'true or false');
export const count = matching((value) => Number.isInteger(value) && Number(value) >= 0, 'an integer of at least 0');
export const integer = matching((value) => Number.isInteger(value), 'an integer');
export const seconds = matching(
  (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  'a number of seconds',
);

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Requires a time zone: without one, a time would be read as the reader's local time. */
export const time = matching(
  (value) => typeof value === 'string' && ISO_TIME.test(value) && !Number.isNaN(Date.parse(value)),
  'an ISO 8601 time with a time zone, such as 2013-06-07T10:54:00Z',
);

export const oneOf = (...allowed: readonly unknown[]): Shape =>
  matching((value) => allowed.includes(value), `one of ${allowed.map((value) => inspect(value)).join(', ')}`);

/** An object of one shape, or any other value of another. */
export const either =
  (other: Shape, object: Shape): Shape =>
  (value, path) =>
    typeof value === 'object' ? object(value, path) : other(value, path);

export const nullable =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? [] : shape(value, path);

export const list =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => shape(item, `${path}[${index}]`))
      : wrong(value, path, 'a list');

/** An object with these fields. Ignores all others; an optional field that is undefined counts as absent. */
export const fields =
  (required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return wrong(value, path, describeFields(Object.keys(required)));
    const found = value as Readonly<Record<string, unknown>>;
    return [
      ...Object.entries(required).flatMap(([name, shape]) => shape(found[name], `${path}.${name}`)),
      ...Object.entries(optional).flatMap(([name, shape]) =>
        found[name] === undefined ? [] : shape(found[name], `${path}.${name}`),
      ),
    ];
  };

/** Returns, for example, `an object with "format" and "value"`. */
function describeFields(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length === 0 ? 'an object' : `an object with ${quoted.join(' and ')}`;
}
