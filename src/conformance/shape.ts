/** What is wrong with the form of an answer: for each mistake a sentence with the place, the value and what it should be. */
import { shown } from './shown-value.js';

/** Judges one value; `place` is where it stands, as one would write it in JavaScript. */
export type Shape = (value: unknown, place: string) => readonly string[];

const wrong = (value: unknown, place: string, wanted: string): readonly string[] => [`${place} is ${shown(value, 80)}, not ${wanted}`];

const when =
  (test: (value: unknown) => boolean, wanted: string): Shape =>
  (value, place) =>
    test(value) ? [] : wrong(value, place, wanted);

export const text = when((value) => typeof value === 'string', 'a string');
export const filledText = when((value) => typeof value === 'string' && value !== '', 'a string of at least one character');
export const truth = when((value) => typeof value === 'boolean', 'true or false');
export const count = when((value) => Number.isInteger(value) && Number(value) >= 0, 'a whole number of at least 0');
export const wholeNumber = when((value) => Number.isInteger(value), 'a whole number');
export const seconds = when((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0, 'a number of seconds');

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A time without a zone would be read as the time of the reader's own place. */
export const time = when(
  (value) => typeof value === 'string' && ISO_TIME.test(value) && !Number.isNaN(Date.parse(value)),
  'an ISO 8601 time with a zone, such as 2013-06-07T10:54:00Z',
);

export const oneOf = (...words: readonly unknown[]): Shape =>
  when((value) => words.includes(value), `one of ${words.map((word) => shown(word)).join(', ')}`);

export const orNull =
  (shape: Shape): Shape =>
  (value, place) =>
    value === null ? [] : shape(value, place);

export const list =
  (shape: Shape): Shape =>
  (value, place) =>
    Array.isArray(value) ? value.flatMap((item, index) => shape(item, `${place}[${index}]`)) : wrong(value, place, 'a list');

/** Fields that are not named are left alone; one that is undefined counts as absent. */
export const fields =
  (required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(value, place, 'an object');
    const found = value as Readonly<Record<string, unknown>>;
    return [
      ...Object.entries(required).flatMap(([name, shape]) => shape(found[name], `${place}.${name}`)),
      ...Object.entries(optional).flatMap(([name, shape]) => (found[name] === undefined ? [] : shape(found[name], `${place}.${name}`))),
    ];
  };
