/** Numbers and times in one language and one time zone. */
export class Formats {
  /** BCP 47 tag of the language. */
  readonly lang: string;
  readonly #number: Intl.NumberFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #absolute: Intl.DateTimeFormat;

  /** @throws RangeError when `lang` or `timeZone` (IANA name; default the reader's) does not exist. */
  constructor(lang: string, timeZone?: string) {
    this.lang = lang;
    this.#number = new Intl.NumberFormat(lang);
    this.#relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
    this.#absolute = new Intl.DateTimeFormat(lang, {
      timeZone,
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** "Jun 7, 2013, 6:54 AM EDT", in the manner of the language. */
  absolute(time: number): string {
    return this.#absolute.format(time);
  }

  /** "3 hours ago", and the exact date from a week on. Undefined when it is only just now. */
  relative(time: number, now: number): string | undefined {
    const seconds = Math.round((now - time) / 1000);
    if (Math.abs(seconds) < 45) return undefined;
    const scale = UNITS.find(([, , end]) => Math.abs(seconds) < end);
    return scale ? this.#relative.format(-Math.round(seconds / scale[1]), scale[0]) : this.absolute(time);
  }
}

/** Unit, its length and where the next one takes over, in seconds. Days end after a week. */
const UNITS = [
  ['minute', 60, 3570],
  ['hour', 3600, 84_600],
  ['day', 86_400, 604_800],
] as const;
