/** Checks the values of a source. Every member of the output is one that these functions have let through. */
import { type Author, type Badge, type BadgeLabel, parseWebUrl, webUrl } from 'article-comments/rules.js';
import type { SourcePage } from './source.js';
import { decodeEntities } from './text.js';

/**
 * ISO 8601 in UTC, without milliseconds if they are 0. Understands ISO 8601, `2013-06-07 10:54:00 +0200` and a number of milliseconds. A
 * time without a zone is `offset` minutes before UTC, by default 0. Undefined for no time, such as `0000-00-00` or the year 1 of Go.
 */
export function isoTime(value: unknown, offset = 0): string | undefined {
  const milliseconds = typeof value === 'number' ? value : parseTime(value, offset);
  const time = new Date(milliseconds ?? NaN);
  const year = time.getUTCFullYear();
  if (!(year > 1 && year <= 9999)) return undefined;
  return time.toISOString().replace('.000Z', 'Z');
}

const pattern =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.(\d+))?\s*(Z|[+-]\d\d:?\d\d)?(?:\s+(?:[+-]\d{4}|[A-Z]{3,4}))?$/i;

/** More than any format of a time has, and spaces around it. */
const LONGEST_TIME = 100;

function parseTime(value: unknown, offset: number): number | undefined {
  const match = typeof value === 'string' && value.length <= LONGEST_TIME ? pattern.exec(value.trim()) : null;
  if (!match) return undefined;
  const [, date, time, seconds = ':00', fraction = '', zone] = match;
  const milliseconds = `${fraction}000`.slice(0, 3);
  const colon = zone?.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2').toUpperCase() ?? 'Z';
  const parsed = Date.parse(`${date}T${time}${seconds}.${milliseconds}${colon}`);
  return zone === undefined ? parsed - offset * 60_000 : parsed;
}

/** An id as text. Undefined for none: empty, null or 0. */
export function idText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' || text === '0' ? undefined : text;
}

/** A string without white space around it. Undefined for others and for an empty one. */
export const filled = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.trim() || undefined : undefined;

/** The address of an article as a source has it: absolute, or without a host. */
export const addressed = (address: string): Pick<SourcePage, 'url' | 'path'> =>
  parseWebUrl(address) ? { url: address } : { path: address };

/** A flag of a database or a form: true, 1, "1", "true". */
export const flagOf = (value: unknown): boolean => [true, 1, '1', 'true'].includes(value as boolean);

/** A number, also as text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** Votes above 0. */
export const countOf = (value: unknown): number | undefined => {
  const number = numberOf(value);
  return number !== undefined && number > 0 ? number : undefined;
};

/** An address of the author's own. Sources may lack the scheme, and forms accept an email address there. */
function authorUrl(value: unknown): string | undefined {
  const text = filled(value);
  if (!text || text === 'http://' || text === 'https://' || text === 'undefined') return undefined;
  const absolute = /^[a-z][\w+.-]*:/i.test(text) ? text : `http://${text.replace(/^\/\//, '')}`;
  // The address of a Gravatar page or picture is a hash of an email address.
  if (!text.includes('.') || emailAddress.test(text) || /gravatar/i.test(text)) return undefined;
  return webUrl(absolute);
}

/** Starts only where such letters start, so that the time does not grow with the square of a name's length. */
const emailAddress = /(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/u;

export interface AuthorParts {
  readonly id?: string | undefined;
  readonly name?: unknown;
  readonly url?: unknown;
  readonly badges?: readonly (Badge | BadgeLabel | undefined | false)[];
  /** Whether `name` has character references. */
  readonly isEscaped?: boolean;
}

/** An author, or null without a name. A name that is an email address counts as none: the source showed it, but it need not spread. */
export function authorOf({ id, name, url, badges = [], isEscaped = false }: AuthorParts): Author | null {
  const text = filled(name);
  const plain = (text && isEscaped ? decodeEntities(text) : text)?.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (!plain || emailAddress.test(plain)) return null;
  const link = authorUrl(url);
  const labels = badges.filter((badge): badge is Badge | BadgeLabel => Boolean(badge));
  return {
    ...(id !== undefined && { id }),
    name: plain,
    ...(link !== undefined && { url: link }),
    ...(labels.length > 0 && { badges: labels }),
  };
}
