/**
 * How a language writes dates and numbers, for the plugin for WordPress: what this Node knows of it, as data that
 * `class-formats.php` reads. Throws where a language does what that class cannot.
 */

/** What PHP calls the standard and the summer time of a zone, and a zone that has them. Languages name few others. */
const ZONES = [
  ['GMT', 'BST', 'Europe/London'],
  ['GMT', 'IST', 'Europe/Dublin'],
  ['WET', 'WEST', 'Europe/Lisbon'],
  ['CET', 'CEST', 'Europe/Berlin'],
  ['EET', 'EEST', 'Europe/Athens'],
  ['SAST', 'SAST', 'Africa/Johannesburg'],
  ['WAT', 'WAT', 'Africa/Lagos'],
  ['CAT', 'CAT', 'Africa/Maputo'],
  ['EAT', 'EAT', 'Africa/Nairobi'],
  ['IST', 'IST', 'Asia/Kolkata'],
  ['WIB', 'WIB', 'Asia/Jakarta'],
  ['WITA', 'WITA', 'Asia/Makassar'],
  ['WIT', 'WIT', 'Asia/Jayapura'],
  ['HKT', 'HKT', 'Asia/Hong_Kong'],
  ['JST', 'JST', 'Asia/Tokyo'],
  ['AWST', 'AWST', 'Australia/Perth'],
  ['ACST', 'ACDT', 'Australia/Adelaide'],
  ['AEST', 'AEDT', 'Australia/Sydney'],
  ['NZST', 'NZDT', 'Pacific/Auckland'],
  ['ChST', 'ChST', 'Pacific/Guam'],
  ['NST', 'NDT', 'America/St_Johns'],
  ['AST', 'ADT', 'America/Halifax'],
  ['EST', 'EDT', 'America/New_York'],
  ['CST', 'CDT', 'America/Chicago'],
  ['CST', 'CDT', 'America/Havana'],
  ['MST', 'MDT', 'America/Denver'],
  ['PST', 'PDT', 'America/Los_Angeles'],
  ['AKST', 'AKDT', 'America/Anchorage'],
  ['HST', 'HST', 'Pacific/Honolulu'],
  // They share PHP's names with those above, and not always those of a language.
  ['GMT', 'BST', 'Europe/Guernsey'],
  ['GMT', 'BST', 'Europe/Isle_of_Man'],
  ['GMT', 'BST', 'Europe/Jersey'],
  ['MST', 'MST', 'America/Dawson'],
  ['MST', 'MST', 'America/Hermosillo'],
  ['MST', 'MST', 'America/Mazatlan'],
  ['MST', 'MST', 'America/Whitehorse'],
  ['HST', 'HDT', 'America/Adak'],
  // PHP has no names for these.
  ...[
    ...[
      'Araguaina',
      'Bahia',
      'Belem',
      'Boa_Vista',
      'Bogota',
      'Campo_Grande',
      'Caracas',
      'Cayenne',
      'Cuiaba',
      'Eirunepe',
    ],
    ...[
      'Fortaleza',
      'Guayaquil',
      'Guyana',
      'La_Paz',
      'Lima',
      'Maceio',
      'Manaus',
      'Miquelon',
      'Montevideo',
      'Paramaribo',
    ],
    ...['Porto_Velho', 'Recife', 'Rio_Branco', 'Santarem', 'Santiago', 'Sao_Paulo'],
    ...['Buenos_Aires', 'Catamarca', 'Cordoba', 'Jujuy', 'La_Rioja', 'Mendoza'].map((name) => `Argentina/${name}`),
    ...['Rio_Gallegos', 'Salta', 'San_Juan', 'San_Luis', 'Tucuman', 'Ushuaia'].map((name) => `Argentina/${name}`),
  ].map((name) => ['', '', `America/${name}`]),
  ...['Colombo', 'Dubai', 'Kuala_Lumpur', 'Kuching', 'Muscat', 'Singapore'].map((name) => ['', '', `Asia/${name}`]),
  ...['Antarctica/Casey', 'Antarctica/Troll', 'Atlantic/Azores'].map((name) => ['', '', name]),
  ...['Australia/Eucla', 'Australia/Lord_Howe', 'Pacific/Chatham'].map((name) => ['', '', name]),
];

const DAY = 86_400_000;

/** The calendars of `class-calendar.php`, and when a year begins in each. */
const CALENDARS = { gregory: Date.UTC(2013, 0, 1), buddhist: Date.UTC(2013, 0, 1), persian: Date.UTC(2013, 2, 21) };

/** In Korean, ICU 78.2 writes these in English, and browsers do not. */
const DAY_PERIODS = { ko: { AM: '오전', PM: '오후' } };

const twelve = (hour) => hour % 12 || 12;
const two = (number) => `${number}`.padStart(2, '0');

/** Hours and days in the notation of PHP's `date()`. */
const HOURS = { H: two, G: String, h: (hour) => two(twelve(hour)), g: (hour) => `${twelve(hour)}` };
const DAYS = { d: two, j: String };

/** As data of `class-formats.php`. */
export function formatsOf(tag) {
  const language = new Language(tag);
  return {
    ...language.dates(),
    ...language.numbers(),
    digits: language.digits.join('') === '0123456789' ? [] : language.digits,
    ...language.zones(),
  };
}

class Language {
  #formatters = new Map();

  constructor(tag) {
    this.tag = tag;
    const numbers = new Intl.NumberFormat(tag, { useGrouping: false });
    this.digits = Array.from({ length: 10 }, (_, digit) => numbers.format(digit));
  }

  /** As `src/i18n/formats.ts` writes a whole date, in parts. */
  #parts(time, timeZone = 'UTC') {
    const formatter =
      this.#formatters.get(timeZone) ??
      new Intl.DateTimeFormat(this.tag, {
        timeZone,
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short',
      });
    this.#formatters.set(timeZone, formatter);
    // Browsers write a plain space in a date, which its parts do not tell: https://crbug.com/1414292
    return formatter.formatToParts(time).map(({ type, value }) => ({ type, value: value.replaceAll('\u202f', ' ') }));
  }

  #part(type, time, timeZone) {
    return this.#parts(time, timeZone).find((part) => part.type === type)?.value ?? '';
  }

  /** With the digits that PHP writes. */
  #latin(text) {
    return this.digits.reduce((written, digit, value) => written.replaceAll(digit, `${value}`), text);
  }

  /** How `values` are written, by the names of `ways`. */
  #way(type, ways, values, toTime) {
    const written = values.map((value) => this.#latin(this.#part(type, toTime(value))));
    const found = Object.keys(ways).find((name) =>
      values.every((value, index) => ways[name](value) === written[index]),
    );
    return found ?? this.#refuse(`A ${type} is written "${written[0]}"`);
  }

  dates() {
    const { calendar } = new Intl.DateTimeFormat(this.tag).resolvedOptions();
    const year = CALENDARS[calendar] ?? this.#refuse(`The calendar is "${calendar}"`);
    const months = Array.from({ length: 12 }, (_, month) => year + Math.round(10 + 30.5 * month) * DAY);
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    const atHour = (hour) => Date.UTC(2013, 5, 7, hour, 4);
    const patterns = [...months, ...hours.map(atHour)].map((time) =>
      this.#parts(time)
        .map(({ type, value }) => (type === 'literal' ? value : `{${type}}`))
        .join(''),
    );
    if (new Set(patterns).size > 1) this.#refuse(`Dates are written in different ways: ${[...new Set(patterns)]}`);
    this.#way('minute', { i: two }, [0, 5, 59], (minute) => Date.UTC(2013, 5, 7, 6, minute));
    return {
      calendar,
      pattern: patterns[0],
      day: this.#way('day', DAYS, [1, 10, 31], (day) => year + (day - 1) * DAY),
      hour: this.#way('hour', HOURS, hours, atHour),
      months: months.map((time) => this.#part('month', time)),
      periods: this.#periods(hours),
    };
  }

  /** The names of the parts of the day, by the hour in which they begin. */
  #periods(hours) {
    const names = hours.map((hour) => {
      const [start, end] = [0, 59].map((minute) => this.#part('dayPeriod', Date.UTC(2013, 5, 7, hour, minute)));
      if (start !== end) this.#refuse(`"${start}" becomes "${end}" within an hour`);
      return DAY_PERIODS[this.tag.split('-')[0]]?.[start] ?? start;
    });
    return Object.fromEntries(
      names.map((name, hour) => [hour, name]).filter(([hour, name]) => name !== (names[hour - 1] ?? '')),
    );
  }

  /** `least`: from how many digits on a number is in groups. `group`: how many digits are in one, other than the last. */
  numbers() {
    const format = new Intl.NumberFormat(this.tag);
    const partsOf = (number) => format.formatToParts(number).filter(({ type }) => type !== 'literal');
    const parts = partsOf(1_234_567_890_123);
    const lengths = parts.filter(({ type }) => type === 'integer').map(({ value }) => value.length);
    const [last, group, ...others] = lengths.toReversed();
    const separators = new Set(parts.filter(({ type }) => type === 'group').map(({ value }) => value));
    const least = [1000, 10_000].find((number) => partsOf(number).length > 1);
    if (last !== 3 || separators.size !== 1 || !least || others.slice(0, -1).some((length) => length !== group))
      this.#refuse(`Numbers are written "${format.format(1_234_567_890_123)}"`);
    return { separator: [...separators][0], least: `${least}`.length, group };
  }

  /** The names of time zones, by PHP's name or that of the zone, and the distance from Greenwich. Others are named by the distance. */
  zones() {
    const nameAt = (timeZone, time) => this.#part('timeZoneName', time, timeZone);
    const templateOf = (zone, digits) => this.#latin(nameAt(zone, Date.UTC(2013))).replaceAll(digits, '%s');
    const distances = {
      east: templateOf('Etc/GMT-2', '2'),
      west: templateOf('Etc/GMT+2', '2'),
      eastMinutes: templateOf('Asia/Kathmandu', /45|5/g),
      westMinutes: templateOf('Pacific/Marquesas', /30|9/g),
    };
    const distance = (offset) => {
      const [, sign, hours, minutes] = /(.)(\d\d)(\d\d)/.exec(offset);
      const text = distances[(sign === '-' ? 'west' : 'east') + (minutes === '00' ? '' : 'Minutes')];
      return text
        .replace('%s', `${+hours}`)
        .replace('%s', minutes)
        .replaceAll(/\d/g, (digit) => this.digits[digit]);
    };
    for (const zone of ['Asia/Tehran', 'Pacific/Pitcairn', 'Asia/Yangon', 'Pacific/Tongatapu']) {
      const [expected, name] = [distance(offsetOf(zone, Date.UTC(2013))), nameAt(zone, Date.UTC(2013))];
      if (name !== expected) this.#refuse(`The time zone of ${zone} is "${name}" and not "${expected}"`);
    }
    const zones = {};
    const seen = new Set();
    for (const { abbreviation, zone, time } of ZONES.flatMap(seasonsOf)) {
      const [offset, name] = [offsetOf(zone, time), nameAt(zone, time)];
      const key = abbreviation + offset;
      const isFirst = abbreviation !== '' && !seen.has(key);
      if (name !== (zones[key] ?? distance(offset))) zones[isFirst ? key : zone + offset] = name;
      seen.add(key);
    }
    return { zones, ...distances };
  }

  #refuse(reason) {
    throw new Error(`${reason} in "${this.tag}", which class-formats.php cannot do.`);
  }
}

/** A time in winter and one in summer, and what PHP calls the time then. */
function seasonsOf([standard, summer, zone]) {
  const [january, july] = [0, 6].map((month) => Date.UTC(2026, month, 7));
  const isSouth = Number(offsetOf(zone, january)) > Number(offsetOf(zone, july));
  return [
    { abbreviation: standard, zone, time: isSouth ? july : january },
    { abbreviation: summer, zone, time: isSouth ? january : july },
  ];
}

const offsets = new Map();

/** "+0530". */
function offsetOf(timeZone, time) {
  const key = `${timeZone} ${time}`;
  if (!offsets.has(key)) {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(time);
    const { value } = parts.find(({ type }) => type === 'timeZoneName');
    offsets.set(key, value.slice(3).replace(':', '') || '+0000');
  }
  return offsets.get(key);
}
