/**
 * Explains and repairs the responses of adapters. Unlike JSON, they claim to have the types of the contract, so null and unknown statuses
 * are problems, too.
 */
import { knownStatus } from './archive.js';
import { MAX_ITEMS, MAX_TEXT_LENGTH } from './quick-check.js';
import type { Decoder } from './schema.js';

type Source = Readonly<Record<string, unknown>>;

/** Returns what replaces a member before it is decoded. Items of lists have no name. */
type Replace = (name: string, value: unknown, source: Source) => unknown;

/**
 * What is to be read instead of members of the wrong type, by name; undefined if nothing is. Backends number their comments, and
 * JavaScript has another type for times. A number is no time, because its unit is unknown.
 */
const REPAIRS: Readonly<Record<string, (value: unknown, source: Source) => unknown>> = {
  id: textFromNumber,
  // Some backends write 0 for none.
  parentId: (value) => (value === 0 ? undefined : textFromNumber(value)),
  next: textFromNumber,
  total: (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined),
  createdAt: timeFrom,
  editedAt: timeFrom,
  author: (value) => (typeof value === 'string' ? { name: value } : withDefault(value, 'name', '')),
  viewer: (value) => withDefault(value, 'state', 'unknown'),
  // Text without a format is plain text. A tombstone needs no text.
  body(value, { status }) {
    if (typeof value === 'string') return { format: 'text', value };
    const isGone = status === 'deleted' || status === 'hidden';
    if (isGone && typeof (Object(value) as Source).value !== 'string') return { format: 'text', value: '' };
    return withDefault(value, 'format', 'text');
  },
  // Of what is too much, the beginning is shown.
  value: (value) =>
    isTooLong(value) ? `${value.slice(0, MAX_TEXT_LENGTH).replace(/\p{Surrogate}$/u, '')}…` : undefined,
  items: (value) => (areTooMany(value) ? value.slice(0, MAX_ITEMS) : undefined),
  truncated: (_value, { items }) => areTooMany(items) || undefined,
};

const isTooLong = (value: unknown): value is string => typeof value === 'string' && value.length > MAX_TEXT_LENGTH;
const areTooMany = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > MAX_ITEMS;

/** The problems of a response that has more than is shown, one sentence each. */
export function problemsOfSize(response: unknown, place: string): readonly string[] {
  const { items, comment } = Object(response) as Source;
  const comments: readonly (readonly [unknown, string])[] = Array.isArray(items)
    ? items.map((item, index) => [item, `${place}.items[${index}]`])
    : [[comment ?? response, place]];
  const texts = comments.map(([one, path]) => [(Object((Object(one) as Source).body) as Source).value, path] as const);
  return [
    ...(areTooMany(items)
      ? [`${place}.items is a list of ${items.length} comments; only the first ${MAX_ITEMS} are shown`]
      : []),
    ...texts.flatMap(([text, path]) =>
      isTooLong(text)
        ? [`${path}.body.value is a text of ${text.length} characters; only the first ${MAX_TEXT_LENGTH} are shown`]
        : [],
    ),
  ];
}

function textFromNumber(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

/** The time of a `Date`, or of a text without a time zone: it is more useful to readers than none. */
function timeFrom(value: unknown): string | undefined {
  const isWithoutZone = typeof value === 'string' && !/(Z|[+-]\d\d:?\d\d)$/i.test(value);
  const date = value instanceof Date || isWithoutZone ? new Date(value) : new Date(NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function withDefault(value: unknown, name: string, text: string): unknown {
  const isObject = typeof value === 'object' && value !== null;
  return isObject && typeof (value as Source)[name] !== 'string' ? { ...value, [name]: text } : undefined;
}

/** No decoder accepts it. Messages show it as `value`. */
const invalid = (value: unknown): unknown => Object.assign(() => undefined, { toJSON: () => value });

/** Makes decoders report what they would accept from JSON. */
const strictly: Replace = (name, value) => {
  if (typeof value === 'bigint') return Number(value);
  if (value === null) return name === 'parentId' || name === 'author' ? null : invalid(null);
  return name === 'status' && typeof value === 'string' && !isKnownStatus(value) ? invalid(value) : value;
};

function isKnownStatus(status: string): boolean {
  try {
    return knownStatus(status, '') === status;
  } catch {
    return false;
  }
}

const repaired: Replace = (name, value, source) => REPAIRS[name]?.(value, source) ?? value;

/** A view of a value whose members are replaced when they are read. Decoders read only those that the contract has. */
function viewOf(value: unknown, replace: Replace): unknown {
  if (Array.isArray(value)) return value.map((item) => viewOf(replace('', item, {}), replace));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const source = value as Source;
  // The target is an empty object, because a proxy of a frozen one must return its members unchanged.
  return new Proxy<Source>(
    {},
    {
      get: (_target, name) =>
        name === 'toJSON' ? () => value : viewOf(replace(String(name), Reflect.get(source, name), source), replace),
    },
  );
}

/** All problems of a value, one sentence each. Members are written as in JavaScript: `list().items[3].createdAt`. */
export function problemsOf(decode: Decoder<unknown>, value: unknown, place: string): readonly string[] {
  const problems = new Set<string>();
  const note = (problem: string): unknown => problems.add(problem.replaceAll(' › ', '.'));
  try {
    decode(viewOf(value, strictly), place, { note });
  } catch (thrown) {
    note((thrown as Error).message);
  }
  return [...problems];
}

/** Repairs and decodes a value. Throws `bad-response` if nothing of it is usable. */
export const decodeRepaired = <T>(decode: Decoder<T>, value: unknown, place: string): T =>
  decode(viewOf(value, repaired), place, { note: () => undefined });
