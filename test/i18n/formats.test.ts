import { expect } from 'chai';
import { Formats } from '../../src/i18n/formats.js';

const now = Date.parse('2026-11-24T12:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The relative time for a moment that long ago. */
const ago = (milliseconds: number, lang = 'en', timeZone = 'UTC'): string | undefined =>
  new Formats(lang, timeZone).relative(now - milliseconds, now);

describe('Formats.relative', () => {
  it('returns undefined below 45 seconds', () => {
    expect(ago(0)).to.equal(undefined);
    expect(ago(44 * SECOND)).to.equal(undefined);
    expect(ago(44.4 * SECOND)).to.equal(undefined);
    expect(ago(45 * SECOND)).to.equal('1 minute ago');
  });

  it('counts minutes up to an hour', () => {
    expect(ago(89 * SECOND)).to.equal('1 minute ago');
    expect(ago(90 * SECOND)).to.equal('2 minutes ago');
    expect(ago(59 * MINUTE)).to.equal('59 minutes ago');
  });

  it('never returns "60 minutes" or "24 hours"', () => {
    const formats = new Formats('en', 'UTC');
    for (let seconds = 45; seconds < 8 * 86_400; seconds += 97)
      expect(formats.relative(now - seconds * SECOND, now), String(seconds)).not.to.match(/^(60 minutes|24 hours|0 )/);
  });

  it('counts hours up to a day', () => {
    expect(ago(60 * MINUTE)).to.equal('1 hour ago');
    expect(ago(23 * HOUR)).to.equal('23 hours ago');
  });

  it('counts days up to a week, using words such as "yesterday"', () => {
    expect(ago(DAY)).to.equal('yesterday');
    expect(ago(2 * DAY)).to.equal('2 days ago');
    expect(ago(2 * DAY, 'de')).to.equal('vorgestern');
    expect(ago(6 * DAY)).to.equal('6 days ago');
    expect(ago(6.4 * DAY)).to.equal('6 days ago');
  });

  it('writes English as the browser does, in every region', () => {
    const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
      ['minute', MINUTE, 59],
      ['hour', HOUR, 23],
      ['day', DAY, 6],
    ];
    for (const lang of [
      'en',
      'en-GB',
      'en-US',
      'en-AU',
      'en-CA',
      'en-IN',
      'en-IE',
      'en-NZ',
      'en-ZA',
      'en-SG',
      'en-NG',
    ]) {
      const browser = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
      for (const [unit, length, most] of units)
        for (let count = 1; count <= most; count++)
          for (const sign of [1, -1])
            expect(ago(sign * count * length, lang)).to.equal(browser.format(-sign * count, unit));
    }
  });

  it('creates no formatter for a recent time in English', () => {
    const { DateTimeFormat, RelativeTimeFormat } = Intl;
    const created: string[] = [];
    const watched = <Class extends new (...given: never[]) => object>(Formatter: Class): Class =>
      new Proxy(Formatter, {
        construct(target, given, own): object {
          created.push(target.name);
          return Reflect.construct(target, given, own) as object;
        },
      });
    Object.assign(Intl, {
      DateTimeFormat: watched(DateTimeFormat),
      RelativeTimeFormat: watched(RelativeTimeFormat),
    });
    try {
      for (const past of [MINUTE, HOUR, 3 * DAY]) new Formats('en').relative(now - past, now);
    } finally {
      Object.assign(Intl, { DateTimeFormat, RelativeTimeFormat });
    }
    expect(created).to.deep.equal([]);
  });

  it('counts calendar days of the time zone instead of periods of 24 hours', () => {
    const at = (time: string, later: string, lang = 'en', timeZone = 'UTC'): string | undefined =>
      new Formats(lang, timeZone).relative(Date.parse(time), Date.parse(later));
    expect(at('2026-11-23T14:00:00Z', '2026-11-25T01:00:00Z')).to.equal('2 days ago');
    expect(at('2026-11-23T14:00:00Z', '2026-11-25T01:00:00Z', 'de')).to.equal('vorgestern');
    expect(at('2026-11-24T00:30:00Z', '2026-11-25T23:30:00Z')).to.equal('yesterday');
    expect(at('2026-11-23T14:00:00Z', '2026-11-25T01:00:00Z', 'en', 'America/New_York')).to.equal('yesterday');
    expect(at('2026-11-25T23:30:00Z', '2026-11-24T00:30:00Z')).to.equal('tomorrow');
  });

  it('counts hours until the end of the calendar day, also on a day with 25 hours', () => {
    const berlin = new Formats('en', 'Europe/Berlin');
    const midnight = Date.parse('2026-10-25T00:00:00+02:00');
    expect(berlin.relative(midnight, midnight + 24.9 * HOUR)).to.equal('24 hours ago');
    expect(berlin.relative(midnight, midnight + 25.1 * HOUR)).to.equal('yesterday');
    expect(berlin.relative(midnight - 28 * DAY, midnight - 28 * DAY + 23.9 * HOUR)).to.equal('23 hours ago');
  });

  it('returns the date from a week on, in the given time zone', () => {
    expect(ago(7 * DAY)).to.equal('Nov 17, 2026, 12:00 PM UTC');
    expect(ago(400 * DAY)).to.equal('Oct 20, 2025, 12:00 PM UTC');
    const midnight = new Formats('en', 'America/New_York');
    expect(midnight.relative(Date.parse('2026-01-01T03:00:00Z'), now)).to.equal('Dec 31, 2025, 10:00 PM EST');
  });

  it('tolerates a slightly slow clock and supports future times', () => {
    expect(ago(-30 * SECOND)).to.equal(undefined);
    expect(ago(-2 * HOUR)).to.equal('in 2 hours');
  });
});

describe('Formats.absolute', () => {
  const absolute = (iso: string, timeZone: string, lang = 'en'): string =>
    new Formats(lang, timeZone).absolute(Date.parse(iso));

  it('names the time zone, in summer and in winter', () => {
    expect(absolute('2013-06-07T10:54:00Z', 'America/New_York')).to.equal('Jun 7, 2013, 6:54 AM EDT');
    expect(absolute('2013-12-07T17:05:00Z', 'America/New_York')).to.equal('Dec 7, 2013, 12:05 PM EST');
  });

  it('contains only ordinary spaces', () => {
    for (const zone of ['America/New_York', 'UTC', 'Asia/Kolkata'])
      expect(absolute('2013-06-07T10:54:00Z', zone)).not.to.match(/[^\S ]/);
  });

  it('shows the day of the time zone', () => {
    expect(absolute('2025-12-31T23:30:00Z', 'UTC')).to.equal('Dec 31, 2025, 11:30 PM UTC');
    expect(absolute('2025-12-31T23:30:00Z', 'Asia/Tokyo')).to.equal('Jan 1, 2026, 8:30 AM GMT+9');
    expect(absolute('2025-12-31T23:30:00Z', 'Asia/Kolkata')).to.equal('Jan 1, 2026, 5:00 AM GMT+5:30');
  });

  it('follows the conventions of the language', () => {
    expect(absolute('2013-06-07T10:54:00Z', 'Europe/Berlin', 'de')).to.match(/^7\. Juni 2013(, | um )12:54 MESZ$/);
    expect(absolute('2013-06-07T10:54:00Z', 'UTC', 'en-GB')).to.equal('7 Jun 2013, 10:54 UTC');
  });

  it('defaults to the reader’s time zone', () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const time = Date.parse('2013-06-07T10:54:00Z');
    expect(new Formats('en').absolute(time)).to.equal(new Formats('en', timeZone).absolute(time));
  });

  it('throws from the constructor for an invalid time zone or language', () => {
    expect(() => new Formats('en', 'America/Gotham')).to.throw(RangeError);
    expect(() => new Formats('no such language')).to.throw(RangeError);
  });
});

describe('Formats.number', () => {
  it('groups digits by the conventions of the language', () => {
    expect(new Formats('en').number(1234567)).to.equal('1,234,567');
    expect(new Formats('de').number(1234567)).to.equal('1.234.567');
    expect(new Formats('en').number(0)).to.equal('0');
  });

  it('writes small numbers like `Intl`, in every language and region', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const languages = letters.flatMap((first) => letters.map((second) => first + second));
    const regions = ['', '-AF', '-BD', '-EG', '-IN', '-IR', '-MA', '-NP', '-PK', '-TH', '-US', '-u-nu-arab'];
    for (const tag of languages.flatMap((language) => regions.map((region) => language + region)))
      expect(new Formats(tag).number(947), tag).to.equal(new Intl.NumberFormat(tag).format(947));
  });
});
