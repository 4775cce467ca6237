/**
 * What the companion plugin for WordPress, which writes comments out in PHP, has to know of languages: its files in `languages/` as
 * texts, from the locales in `dist/` and from what this Node knows of dates. `UPDATE=1 node --test test/package/companion.test.mjs`
 * writes them.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { formatsOf } from './formats.mjs';

const dist = join(import.meta.dirname, '..', '..', 'dist');

/** The script's own rules: where it looks for the words of a language, and that those left out are English. */
const { fallbacksOf } = await import(join(dist, 'elements', 'page', 'language-fallbacks.js'));
const { mergeMessages } = await import(join(dist, 'i18n', 'merge-messages.js'));

/** What only the pages and mails for senders of notices say, as on the demo server. */
const { languages: senders } = await tsImport('../../server/src/notices/status-languages.ts', import.meta.url);

/** The tags of all languages that have words. */
const languages = readdirSync(join(dist, 'locales'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => name.slice(0, -'.js'.length));

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const pairs = letters.flatMap((first) => letters.map((second) => first + second));
/** Codes that may be a country's. Some have been replaced by others, and ZZ stands for none. */
const countries = pairs.filter((pair) => pair !== 'ZZ' && Intl.getCanonicalLocales(`und-${pair}`)[0] === `und-${pair}`);

/** Values that a text might depend on: a plural, a genitive, the direction of a name. */
const SAMPLES = [
  ['0', '1'],
  ['1', '2'],
  ['2', '1,234'],
  ['21', '۵'],
  ['Ada', 'Ines'],
  ['Ольга', 'דנה'],
  ['', '田中'],
];

/** A text with places for values, in the notation of PHP's `sprintf()`. Throws if the values change the words around them. */
function template(say) {
  const text = say('%1$s', '%2$s').replaceAll(/%(?![12]\$s)/g, '%%');
  const fill = (values) =>
    text.replaceAll(/%(%|[12])(?:\$s)?/g, (_, place) => (place === '%' ? '%' : values[place - 1]));
  for (const values of SAMPLES) {
    if (say(...values) !== fill(values))
      throw new Error(`"${say(...values)}" is more than "${text}" with values in it.`);
  }
  return text.includes('%2$s') ? text : text.replaceAll('%1$s', '%s');
}

/** What the markup of a server says. */
const wordsOf = (messages) => ({
  lang: messages.lang,
  dir: messages.dir,
  heading: template((count) => messages.heading(count)),
  // The plugin takes reports.
  policy: messages.policy(true),
  policyLink: messages.policyLink,
  closed: messages.closed,
  empty: messages.empty,
  emptyClosed: messages.emptyClosed,
  order: messages.order,
  oldest: messages.orders.oldest,
  newest: messages.orders.newest,
  commentBy: template((name) => messages.commentBy(name)),
  replyBy: template((name, parent) => messages.replyBy(name, parent)),
  inReplyTo: template((name) => messages.inReplyTo(name)),
  inReplyToUnknown: messages.inReplyToUnknown,
  timeOf: template((time, name) => messages.controls.comment(time, name)),
  anonymous: messages.anonymous,
  author: messages.badges.author,
  staff: messages.badges.staff,
  edited: messages.edited,
  report: messages.report,
  reportShort: messages.reportShort,
  reply: messages.reply,
  hideReplies: messages.hideReplies,
  more: messages.more,
  moreReplies: messages.moreReplies,
  loadMore: messages.loadMore,
});

/** What the pages and mails about notices and decisions say. */
const legalWordsOf = ({ decision, ...legal }, { kept, expired, notFound }) => ({
  notice: legal.copyLabel,
  noticeSent: template((time) => legal.sent(time)),
  noticeStatus: legal.status,
  noticeReference: template((reference) => legal.reference(reference)),
  noticeReceived: legal.received,
  noticeExpired: expired,
  noticeNotFound: notFound,
  statement: decision.title,
  removed: decision.measures.removed,
  hidden: decision.measures.hidden,
  rejected: decision.measures.rejected,
  kept,
  everywhere: decision.scope(),
  everywhereUntil: template((until) => decision.scope(undefined, until)),
  territory: template((territory) => decision.scope(territory)),
  territoryUntil: template((territory, until) => decision.scope(territory, until)),
  ground: decision.ground,
  law: decision.grounds.law,
  terms: decision.grounds.terms,
  rule: decision.rule,
  facts: decision.facts,
  means: decision.means,
  afterNotice: decision.basis.notice,
  ownInitiative: decision.basis['own-initiative'],
  byPerson: decision.byPerson,
  automated: decision.automated,
  detected: decision.detected,
  decidedAt: decision.decidedAt,
  redress: decision.redress,
  contest: legal.contest,
});

/** The language whose words the script takes for a tag, if there are any. */
function languageOf(tag) {
  const found = fallbacksOf(tag).find((one) => languages.some((language) => language.toLowerCase() === one));
  return languages.find((language) => language.toLowerCase() === found);
}

/** The regions that write numbers or dates in a way of their own: what they do differently, or a region that does the same. */
function regionsOf(language, formats) {
  const { language: base, script } = new Intl.Locale(language);
  const regions = {};
  const known = new Map([['{}', undefined]]);
  for (const region of countries) {
    const tag = [base, script, region].filter(Boolean).join('-');
    const { locale } = new Intl.NumberFormat(tag).resolvedOptions();
    if (locale !== tag || tag === language || languageOf(tag) !== language) continue;
    const own = Object.entries(formatsOf(tag)).filter(([name, value]) => !isSame(value, formats[name]));
    const key = JSON.stringify(Object.fromEntries(own));
    if (!known.has(key)) regions[region.toLowerCase()] = Object.fromEntries(own);
    else if (known.get(key)) regions[region.toLowerCase()] = known.get(key);
    if (!known.has(key)) known.set(key, region.toLowerCase());
  }
  return regions;
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The language for each tag that is not in English, in lower case. A region is there only if its language alone does not say it. */
function languagesByTag() {
  const found = {};
  for (const tag of languages) found[tag.toLowerCase()] = tag;
  for (const base of pairs.map((pair) => pair.toLowerCase())) {
    const language = languageOf(base);
    if (!language) continue;
    found[base] = language;
    const byRegion = countries.map((region) => [region.toLowerCase(), languageOf(`${base}-${region}`)]);
    // Most regions have the same.
    const most = mostFrequent(byRegion.map(([, one]) => one));
    if (most !== language) found[`${base}-*`] = most;
    for (const [region, one] of byRegion) if (one !== most) found[`${base}-${region}`] = one;
  }
  const names = Object.entries(found).map(([tag, language]) => [tag, language.toLowerCase()]);
  return Object.fromEntries(names.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function mostFrequent(values) {
  const count = (value) => values.filter((one) => one === value).length;
  return [...new Set(values)].reduce((one, other) => (count(other) > count(one) ? other : one));
}

/** A value as PHP writes it, by WordPress's coding standards. */
function toPhp(value, indent = '') {
  if (typeof value === 'number') return `${value}`;
  if (typeof value === 'string') return toPhpString(value);
  const inner = `${indent}\t`;
  const entries = Object.entries(value);
  if (entries.length === 0) return 'array()';
  if (Array.isArray(value)) return `array( ${value.map((one) => toPhp(one)).join(', ')} )`;
  const keys = entries.map(([key]) => (/^\d+$/.test(key) ? key : toPhp(key)));
  const width = Math.max(...keys.map((key) => key.length));
  const lines = entries.map(([, one], index) => `${inner}${keys[index].padEnd(width)} => ${toPhp(one, inner)},\n`);
  return `array(\n${lines.join('')}${indent})`;
}

/** Marks and spaces that nobody can tell apart are written as their numbers. */
function toPhpString(text) {
  const invisible = /[\u00a0\u061c\u2009\u200e\u200f\u202f\u2066-\u2069]/g;
  if (!invisible.test(text)) return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
  const numbered = (mark) => `\\u{${mark.codePointAt(0).toString(16)}}`;
  return `"${text.replaceAll(/["\\$]/g, '\\$&').replaceAll(invisible, numbered)}"`;
}

const file = (about, value) => `<?php
/**
 * ${about} Made by wordpress/scripts/languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return ${toPhp(value)};
`;

/** The words of each language, by its tag. */
async function wordsByLanguage() {
  const [english, ...others] = await Promise.all(
    ['en', ...languages].map(async (tag) => (await import(join(dist, 'locales', `${tag}.js`))).default),
  );
  const words = languages.map(async (tag, index) => {
    // A variant has the legal messages of its language.
    const { legal } = typeof others[index].legal === 'function' ? others[index] : english;
    const { default: messages } = await legal();
    const own = senders[tag] ?? senders[tag.split('-')[0]];
    return [tag, { ...wordsOf(mergeMessages(english, others[index])), ...legalWordsOf(messages, own) }];
  });
  return new Map(await Promise.all(words));
}

const nameOf = (tag) => `${tag.toLowerCase()}.php`;

const languageFile = (tag, words, formats = {}, regions = {}) =>
  file(`The section in the language "${tag}".`, { words, formats, regions });

/** The file of each language by name, up to the end of the words. */
export async function beginningsOfFiles() {
  const words = [...(await wordsByLanguage())];
  return new Map(words.map(([tag, own]) => [nameOf(tag), languageFile(tag, own).split("\t'formats'")[0]]));
}

/** All files by name. What is not words depends on what this version of Node knows of languages. */
export async function languageFiles() {
  const about = 'Which of these files is for a language tag. "*" is any other region.';
  const files = new Map([['tags.php', file(about, languagesByTag())]]);
  for (const [tag, words] of await wordsByLanguage()) {
    const formats = formatsOf(tag);
    files.set(nameOf(tag), languageFile(tag, words, formats, regionsOf(tag, formats)));
  }
  return files;
}
