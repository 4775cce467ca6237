/** Language tags, with or without a region, of which no region writes numbers in digits of its own. */
const WITH_LATIN_DIGITS = /^(?!ar|as|bh|bn|dz|fa|ks|mr|my|ne|pa|ps|sa|sd|ur|uz)[a-z]{2}(-[A-Z]{2})?$/;

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
    // Most numbers are small, and the first `Intl.NumberFormat` of a page takes 36 ms on a slow phone, before the first picture.
    if (value < 1000 && Number.isInteger(value) && value >= 0 && WITH_LATIN_DIGITS.test(this.lang))
      return String(value);
    return (this.#number ??= new Intl.NumberFormat(this.lang)).format(value);
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
    this.#relative ??= new Intl.RelativeTimeFormat(this.lang, { numeric: 'auto' });
    if (unit !== 'day') return this.#relative.format(-Math.round(seconds / length), unit);
    // "Yesterday" is a calendar day, regardless of the number of hours.
    const days = this.#dayOf(time) - this.#dayOf(now);
    return days === 0 ? this.#relative.format(-Math.trunc(seconds / 3600), 'hour') : this.#relative.format(days, unit);
  }

  /** The number of the calendar day in the time zone. */
  #dayOf(time: number): number {
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

/** Unit, its length in seconds, and the number of seconds from which the next unit is used. */
const UNITS = [
  ['minute', 60, 3570],
  ['hour', 3600, 84_600],
  ['day', 86_400, 604_800],
] as const;
