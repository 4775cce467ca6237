/**
 * What the companion plugin for WordPress, which writes comments out in PHP, has to know of languages: two of its files as texts, from
 * the locales in `dist/` and from what this Node knows of dates. `UPDATE=1 node --test test/package/companion.test.mjs` writes them.
 */
import { join } from 'node:path';

const locales = join(import.meta.dirname, '..', 'dist', 'locales');

const LANGUAGES = ['en', 'de', 'ar'];

/** Where WordPress is translated for one country, dates are written as there. */
const TAGS = ['en', 'en-AU', 'en-CA', 'en-GB', 'en-NZ', 'en-ZA', 'de', 'de-AT', 'de-CH', 'ar'];

/** What PHP calls the standard and the summer time of a zone, and a zone that has them. Languages name few others. */
const ZONES = [
  ['GMT', 'BST', 'Europe/London'],
  ['WET', 'WEST', 'Europe/Lisbon'],
  ['CET', 'CEST', 'Europe/Berlin'],
  ['EET', 'EEST', 'Europe/Athens'],
  ['MSK', 'MSK', 'Europe/Moscow'],
  ['SAST', 'SAST', 'Africa/Johannesburg'],
  ['CAT', 'CAT', 'Africa/Maputo'],
  ['EAT', 'EAT', 'Africa/Nairobi'],
  ['IST', 'IST', 'Asia/Kolkata'],
  ['AWST', 'AWST', 'Australia/Perth'],
  ['ACST', 'ACDT', 'Australia/Adelaide'],
  ['AEST', 'AEDT', 'Australia/Sydney'],
  ['NZST', 'NZDT', 'Pacific/Auckland'],
  ['NST', 'NDT', 'America/St_Johns'],
  ['AST', 'ADT', 'America/Halifax'],
  ['EST', 'EDT', 'America/New_York'],
  ['CST', 'CDT', 'America/Chicago'],
  ['MST', 'MDT', 'America/Denver'],
  ['PST', 'PDT', 'America/Los_Angeles'],
  ['AKST', 'AKDT', 'America/Anchorage'],
  ['HST', 'HST', 'Pacific/Honolulu'],
];

/** Texts with places for values, in the notation of PHP's `sprintf()`. */
const template = (text) => text.replaceAll(/%(?!(?:\d\$)?s)/g, '%%');

/** What the markup of a server says. */
const wordsOf = (messages) => ({
  lang: messages.lang,
  dir: messages.dir,
  heading: template(messages.heading('%s')),
  // The plugin takes reports.
  policy: messages.policy(true),
  policyLink: messages.policyLink,
  closed: messages.closed,
  empty: messages.empty,
  emptyClosed: messages.emptyClosed,
  order: messages.order,
  oldest: messages.orders.oldest,
  newest: messages.orders.newest,
  commentBy: template(messages.commentBy('%s')),
  replyBy: template(messages.replyBy('%1$s', '%2$s')),
  inReplyTo: template(messages.inReplyTo('%s')),
  inReplyToUnknown: messages.inReplyToUnknown,
  timeOf: template(messages.controls.comment('%1$s', '%2$s')),
  anonymous: messages.anonymous,
  author: messages.badges.author,
  staff: messages.badges.staff,
  edited: messages.edited,
  report: messages.report,
  reply: messages.reply,
  hideReplies: messages.hideReplies,
  more: messages.more,
  moreReplies: messages.moreReplies,
  loadMore: messages.loadMore,
});

const partsOf = (tag, time, timeZone = 'UTC') =>
  // As `src/i18n/formats.ts` writes a whole date.
  new Intl.DateTimeFormat(tag, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).formatToParts(time);

const partOf = (tag, type, time, timeZone) => partsOf(tag, time, timeZone).find((part) => part.type === type)?.value;

/** Hours of one digit, in the notation of PHP's `date()`. */
const HOURS = { '06': 'H', 6: 'g' };

function formatsOf(tag) {
  const morning = Date.UTC(2013, 5, 7, 6, 4);
  const evening = Date.UTC(2013, 5, 7, 18, 4);
  const pattern = partsOf(tag, morning).map(({ type, value }) => (type === 'literal' ? value : `{${type}}`));
  // Browsers write a plain space in a date, which its parts do not tell: https://crbug.com/1414292
  const spaced = pattern.join('').replaceAll('\u202f', ' ');
  const hour = HOURS[partOf(tag, 'hour', morning)];
  const isTwelve = partOf(tag, 'dayPeriod', morning) !== undefined;
  if (!hour || isTwelve !== (hour === 'g')) throw new Error(`Hours are written in a way of their own in "${tag}".`);
  return {
    pattern: spaced,
    day: partOf(tag, 'day', morning) === '07' ? 'd' : 'j',
    hour,
    months: Array.from({ length: 12 }, (_, month) => partOf(tag, 'month', Date.UTC(2013, month, 7))),
    periods: isTwelve ? [morning, evening].map((time) => partOf(tag, 'dayPeriod', time)) : [],
    thousands: new Intl.NumberFormat(tag).format(1234).replaceAll(/\d/g, ''),
    ...zonesOf(tag),
  };
}

/** The names of time zones, by PHP's name and distance from Greenwich. Others are named by that distance alone. */
function zonesOf(tag) {
  const zones = ZONES.flatMap(([standard, summer, zone]) => {
    const inMonth = (month) => {
      const time = Date.UTC(2013, month, 7);
      return [offsetOf(zone, time), partOf(tag, 'timeZoneName', time, zone)];
    };
    const [january, july] = [inMonth(0), inMonth(6)];
    const isSouth = Number(january[0]) > Number(july[0]);
    const [inStandard, inSummer] = isSouth ? [july, january] : [january, july];
    return [
      [standard + inStandard[0], inStandard[1]],
      [summer + inSummer[0], inSummer[1]],
    ];
  });
  const east = partOf(tag, 'timeZoneName', 0, 'Etc/GMT-2').replace('2', '%s');
  const west = partOf(tag, 'timeZoneName', 0, 'Etc/GMT+2').replace('2', '%s');
  const bare = east.replace(/[^\p{L}]*%s.*/u, '');
  // What begins like that says the distance.
  const named = zones.filter(([key, name]) => key.startsWith('GMT') || !name.startsWith(bare));
  return { zones: Object.fromEntries(named), east, west };
}

/** "+0530". */
function offsetOf(timeZone, time) {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(time);
  const { value } = parts.find(({ type }) => type === 'timeZoneName');
  return value.slice(3).replace(':', '') || '+0000';
}

/** A value as PHP writes it, by WordPress's coding standards. */
function toPhp(value, indent = '') {
  if (typeof value === 'string') return `'${value.replaceAll(/['\\]/g, '\\$&')}'`;
  const inner = `${indent}\t`;
  const entries = Object.entries(value);
  if (entries.length === 0) return 'array()';
  if (Array.isArray(value)) return `array( ${value.map((one) => toPhp(one)).join(', ')} )`;
  const width = Math.max(...entries.map(([key]) => toPhp(key).length));
  const lines = entries.map(([key, one]) => `${inner}${toPhp(key).padEnd(width)} => ${toPhp(one, inner)},\n`);
  return `array(\n${lines.join('')}${indent})`;
}

const file = (about, value) => `<?php
/**
 * ${about} Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return ${toPhp(value)};
`;

/** The text of `languages/words.php`. */
export async function wordsFile() {
  const words = {};
  for (const lang of LANGUAGES) words[lang] = wordsOf((await import(join(locales, `${lang}.js`))).default);
  return file("The section's own words in each of its languages.", words);
}

/** The text of `languages/formats.php`. It depends on what this version of Node knows of languages. */
export function formatsFile() {
  const formats = TAGS.map((tag) => [tag.toLowerCase(), formatsOf(tag)]);
  return file(
    'How dates and numbers are written in each of the languages of the section.',
    Object.fromEntries(formats),
  );
}
