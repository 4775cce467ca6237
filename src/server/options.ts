import { Formats } from '../i18n/formats.js';
import { safeUrl } from '../content/safe-url.js';
import type { CoreMessages } from '../i18n/messages.js';
import en from '../locales/en.js';
import type { Cursor } from '../model/adapter.js';

/**
 * Settings for rendering a discussion. Give the element the same settings as attributes, so that the layout does not change when it
 * takes over.
 */
export interface RenderOptions {
  /** The id of a sort order. Default: the first that the adapter offers. */
  readonly sort?: string | undefined;
  /** Number of top-level comments. Default 25. */
  readonly pageSize?: number | undefined;
  /** The start of the page: `page.next` of the previous page. Default: the first page. */
  readonly cursor?: Cursor | undefined;
  /** Whether the publisher closes the discussion, regardless of the backend. Default false. */
  readonly closed?: boolean | undefined;
  /** Returns the address of the next page for its cursor. Default: no link to the next page. */
  readonly nextHref?: ((cursor: Cursor) => string) | undefined;
  /** The address of the complete comment policy. */
  readonly policyHref?: string | undefined;
  /** The address for reports if the backend accepts none; see the attribute `report-href`. */
  readonly reportHref?: string | undefined;
  /** The level of the section's heading, 1 to 6. Default 2. */
  readonly headingLevel?: number | undefined;
  /**
   * How times are shown. `relative` ("3 hours ago") is only correct if the page is rendered for each request. The element uses the same
   * style unless it has the attribute `time-style`. Default `absolute`.
   */
  readonly timeStyle?: 'relative' | 'absolute' | undefined;
  /** Whether pictures of authors are shown, as with the element's attribute `avatars`. Default false. */
  readonly avatars?: boolean | undefined;
  /** IANA name of the time zone for dates. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** The messages, for example from `article-comments/locales/de.js`. Default English. */
  readonly messages?: CoreMessages | undefined;
  /** Asks search engines not to quote the comments. Default false. */
  readonly nosnippet?: boolean | undefined;
  /** The current time in milliseconds since the epoch. Default: the time of the server. */
  readonly now?: number | undefined;
}

/** Options with defaults applied. */
export interface RenderSettings extends RenderOptions {
  readonly headingLevel: number;
  readonly timeStyle: 'relative' | 'absolute';
  readonly timeZone: string;
  readonly messages: CoreMessages;
  readonly formats: Formats;
  readonly now: number;
}

/**
 * Validates options and applies defaults.
 *
 * @throws RangeError if a value cannot be used.
 */
export function settingsFrom(options: RenderOptions): RenderSettings {
  const { headingLevel = 2, timeStyle = 'absolute', timeZone = 'UTC', messages = en } = options;
  const { now = Date.now(), pageSize } = options;
  if (![1, 2, 3, 4, 5, 6].includes(headingLevel))
    throw new RangeError(`headingLevel is ${headingLevel}. Use a number from 1 to 6.`);
  if (timeStyle !== 'relative' && timeStyle !== 'absolute')
    throw new RangeError(`timeStyle is "${String(timeStyle)}". Use "relative" or "absolute".`);
  if (!Number.isFinite(new Date(now).getTime()))
    throw new RangeError(`now is ${now}. Use milliseconds since the epoch, such as Date.now().`);
  if (pageSize !== undefined && !(Number.isSafeInteger(pageSize) && pageSize > 0))
    throw new RangeError(`pageSize is ${pageSize}. Use a whole number, such as 25.`);
  return {
    ...options,
    policyHref: publishersUrl(options.policyHref),
    reportHref: publishersUrl(options.reportHref),
    headingLevel,
    timeStyle,
    timeZone,
    messages,
    now,
    formats: formatsFor(messages, timeZone),
  };
}

/** The origin of addresses that are relative to the page. */
const RELATIVE = 'https://page.example';

/**
 * Returns an address that the publisher has set, which may be relative to the page. Undefined if it is no link, such as a script: a
 * content management system may let its editors set the addresses.
 */
export function publishersUrl(href: string | undefined): string | undefined {
  if (!href) return undefined;
  try {
    // The parser reads "java\tscript:" as browsers do.
    const { origin, href: absolute } = new URL(href, RELATIVE);
    return origin === RELATIVE || safeUrl(absolute) ? href : undefined;
  } catch {
    return undefined;
  }
}

function formatsFor({ lang }: CoreMessages, timeZone: string): Formats {
  try {
    void new Formats(lang);
  } catch (cause) {
    throw new RangeError(`messages.lang is "${lang}". Use a language tag, such as "en-GB".`, { cause });
  }
  try {
    return new Formats(lang, timeZone);
  } catch (cause) {
    throw new RangeError(`timeZone is "${timeZone}". Use an IANA name, such as "Europe/Berlin".`, { cause });
  }
}
