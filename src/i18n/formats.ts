/** Numbers and times in one language and one time zone. */
export class Formats {
  /** BCP 47 tag of the language. */
  readonly lang: string;
  readonly #timeZone: string | undefined;
  #number: Intl.NumberFormat | undefined;
  #relative: Intl.RelativeTimeFormat | undefined;
  #absolute: Intl.DateTimeFormat | undefined;

  /**
   * The formatters are made when they are first needed, because the first one takes a browser so long that the comments
   * should be on their way by then.
   *
   * @throws RangeError when `lang` or `timeZone` (IANA name; default the reader's) does not exist.
   */
  constructor(lang: string, timeZone?: string) {
    Intl.getCanonicalLocales(lang);
    this.lang = lang;
    this.#timeZone = timeZone;
    if (timeZone) this.absolute(0);
  }

  number(value: number): string {
    return (this.#number ??= new Intl.NumberFormat(this.lang)).format(value);
  }

  /** "Jun 7, 2013, 6:54 AM EDT", in the manner of the language. */
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

  /** "3 hours ago", and the exact date from a week on. Undefined when it is only just now. */
  relative(time: number, now: number): string | undefined {
    const seconds = Math.round((now - time) / 1000);
    if (Math.abs(seconds) < 45) return undefined;
    const scale = UNITS.find(([, , end]) => Math.abs(seconds) < end);
    this.#relative ??= new Intl.RelativeTimeFormat(this.lang, { numeric: 'auto' });
    return scale ? this.#relative.format(-Math.round(seconds / scale[1]), scale[0]) : this.absolute(time);
  }
}

/** Unit, its length and where the next one takes over, in seconds. Days end after a week. */
const UNITS = [
  ['minute', 60, 3570],
  ['hour', 3600, 84_600],
  ['day', 86_400, 604_800],
] as const;
