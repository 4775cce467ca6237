/** The files that an import writes. */

import { isObject } from './json.js';

/** Name of the index in the folder of the archives. */
export const INDEX = 'index.json';
export const REPORT = 'report.txt';

/** Name of the folder for what is not complete. */
export const WORK = '.import';

export interface Index {
  /** By site and key. */
  readonly articles: readonly IndexEntry[];
}

export interface IndexEntry {
  /** Value of the attribute `discussion`. */
  readonly key: string;
  /** Absent if the source has a single site, or knows none. */
  readonly site?: string;
  readonly url?: string;
  readonly title?: string;
  /** ISO 8601 time of the article. */
  readonly createdAt?: string;
  /** Number of comments that readers can read. */
  readonly comments: number;
  /** Path of the archive, relative to the index. */
  readonly file: string;
  /** Number of its files, if there are several: the others are `<name>/2.json` and so on. */
  readonly parts?: number;
}

/** Whether a value is an index that an import has written. Its paths lead to files of the folder. */
export const isIndex = (value: unknown): value is Index =>
  isObject(value) && Array.isArray(value.articles) && value.articles.every(isEntry);

const isEntry = (entry: unknown): boolean =>
  isObject(entry) &&
  typeof entry.key === 'string' &&
  typeof entry.file === 'string' &&
  /^(?!.*\.\.)[^/\\][^\\]*\.json$/.test(entry.file) &&
  (entry.parts === undefined || (Number.isSafeInteger(entry.parts) && (entry.parts as number) <= MAX_PARTS)) &&
  [entry.site, entry.url, entry.title, entry.createdAt].every((text) => text === undefined || typeof text === 'string');

/** A million comments on one article have 10,000. */
const MAX_PARTS = 1_000_000;

/** The paths of the files of an archive, from that of the first. */
export const partNames = (file: string, parts = 1): readonly string[] => [
  file,
  ...Array.from({ length: parts - 1 }, (_, index) => partName(file, index + 2)),
];

const partName = (file: string, number: number): string => `${file.slice(0, -'.json'.length)}/${number}.json`;
