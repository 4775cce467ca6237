import { smallNumber } from './small-number.js';

/** Formats numbers and times for one language and one time zone. */
export class Formats {
  /** BCP 47 language tag. */
  readonly lang: string;
  readonly #timeZone: string | undefined;
  #number: Intl.NumberFormat | undefined;
  #relative: Intl.RelativeTimeFormat | undefined;
  #absolute: Intl.DateTimeFormat | undefined;
  #day: Intl.DateTimeFormat | undefined;

  /**
   * Formatters are created on first use: creating the first one is slow, and the request for the comments should be sent
   * before that.
   *
   * @param lang BCP 47 language tag.
   * @param timeZone IANA name. Default: the reader's time zone.
   * @throws RangeError if `lang` or `timeZone` is invalid.
   */
  constructor(lang: string, timeZone?: string) {
    Intl.getCanonicalLocales(lang);
    this.lang = lang;
    this.#timeZone = timeZone;
    if (timeZone) this.absolute(0);
  }

  /** Formats a number, for example "1,234". */
  number(value: number): string {
    return smallNumber(value, this.lang) ?? (this.#number ??= new Intl.NumberFormat(this.lang)).format(value);
  }

  /** Formats a date and time, for example "Jun 7, 2013, 6:54 AM EDT". `time`: milliseconds since the epoch. */
  absolute(time: number): string {
    return (this.#absolute ??= new Intl.DateTimeFormat(this.lang, {
      timeZone: this.#timeZone,
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    })).format(time);
  }

  /**
   * Formats a time relative to `now`, for example "3 hours ago", or as a date and time if it is at least a week away. Returns
   * undefined within 45 seconds of `now`. Both are milliseconds since the epoch.
   */
  relative(time: number, now: number): string | undefined {
    const seconds = Math.round((now - time) / 1000);
    if (Math.abs(seconds) < 45) return undefined;
    const [unit, length] = UNITS.find(([, , end]) => Math.abs(seconds) < end) ?? [];
    if (!unit) return this.absolute(time);
    if (unit !== 'day') return this.#fromNow(-Math.round(seconds / length), unit);
    // "Yesterday" is a calendar day, regardless of the number of hours.
    const days = this.#dayOf(time) - this.#dayOf(now);
    return days === 0 ? this.#fromNow(-Math.trunc(seconds / 3600), 'hour') : this.#fromNow(days, unit);
  }

  #fromNow(value: number, unit: Unit): string {
    if (ENGLISH.test(this.lang)) return inEnglish(value, unit);
    this.#relative ??= new Intl.RelativeTimeFormat(this.lang, { numeric: 'auto' });
    return this.#relative.format(value, unit);
  }

  /** The number of the calendar day in the time zone. */
  #dayOf(time: number): number {
    if (!this.#timeZone) {
      // Without the first `Intl.DateTimeFormat` of the page, which takes 10 ms or more on a slow phone.
      const date = new Date(time);
      return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
    }
    // Swedish dates are ISO 8601.
    this.#day ??= new Intl.DateTimeFormat('sv', {
      timeZone: this.#timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    return Date.parse(this.#day.format(time)) / 86_400_000;
  }
}

type Unit = (typeof UNITS)[number][0];

/** English as all its regions write numbers and units. */
const ENGLISH = /^en(-[A-Z]{2})?$/;

/**
 * As `Intl.RelativeTimeFormat` for a value other than 0. Most pages are in English, and the first formatter of a page takes 40 to 120 ms
 * on a slow phone, before the first picture.
 */
function inEnglish(value: number, unit: Unit): string {
  const count = Math.abs(value);
  if (unit === 'day' && count === 1) return value < 0 ? 'yesterday' : 'tomorrow';
  const length = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return value < 0 ? `${length} ago` : `in ${length}`;
}

/** Unit, its length in seconds, and the number of seconds from which the next unit is used. */
const UNITS = [
  ['minute', 60, 3570],
  ['hour', 3600, 84_600],
  ['day', 86_400, 604_800],
] as const;
