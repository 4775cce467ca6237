/** Numbers, dates and durations in one language and one time zone. Formatters are made at first use: making one costs more than using it a hundred times. */
export class Formats {
  /** BCP 47 tag of the language. */
  readonly lang: string;
  readonly #timeZone: string | undefined;
  readonly #made = new Map<string, unknown>();

  /** @throws RangeError when `lang` or `timeZone` (IANA name; default the reader's) does not exist. */
  constructor(lang: string, timeZone?: string) {
    this.lang = lang;
    this.#timeZone = timeZone;
    this.#dateTime();
  }

  number(value: number): string {
    return this.#make('number', () => new Intl.NumberFormat(this.lang)).format(value);
  }

  /** "Jun 7, 2013, 6:54 AM EDT", in the manner of the language. */
  absolute(time: number): string {
    return this.#dateTime().format(time);
  }

  /** "3 hours ago", and the exact date from a week on. Undefined when it is only just now. */
  relative(time: number, now: number): string | undefined {
    const seconds = Math.round((now - time) / 1000);
    if (Math.abs(seconds) < 45) return undefined;
    const scale = UNITS.find(([, , end]) => Math.abs(seconds) < end);
    if (!scale) return this.absolute(time);
    const [unit, length] = scale;
    return this.#make('relative', () => new Intl.RelativeTimeFormat(this.lang, { numeric: 'auto' })).format(
      -Math.round(seconds / length),
      unit,
    );
  }

  #dateTime(): Intl.DateTimeFormat {
    return this.#make(
      'absolute',
      () =>
        new Intl.DateTimeFormat(this.lang, {
          timeZone: this.#timeZone,
          year: 'numeric',
          month: 'short',
          day: 'numeric',
          hour: 'numeric',
          minute: '2-digit',
          timeZoneName: 'short',
        }),
    );
  }

  #make<T>(name: string, make: () => T): T {
    let format = this.#made.get(name) as T | undefined;
    if (format === undefined) this.#made.set(name, (format = make()));
    return format;
  }
}

/** Unit, its length and where the next one takes over, in seconds. Days end after a week. */
const UNITS = [
  ['minute', 60, 3570],
  ['hour', 3600, 84_600],
  ['day', 86_400, 604_800],
] as const;
