/**
 * English that looks foreign, for checking layouts before there is a translation: accented, about 40 per cent longer, in brackets.
 * A word without accents has not come from the locale, and a text without its closing bracket is cut off.
 */
import type { Language } from '../../src/i18n/messages.js';
import en from '../../src/locales/en.js';

/** Around what is put into a text, such as a name, which no translator writes. From the private use area of Unicode. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const isolated = new RegExp(`(${OPEN}[^]*?${CLOSE})`);
const marks = new RegExp(`[${OPEN}${CLOSE}]`, 'g');

const RIGHT_TO_LEFT_OVERRIDE = '\u202E';
const POP_DIRECTIONAL_FORMATTING = '\u202C';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ';
const accents = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]));

type Rewrite = (text: string) => string;

/** Doubles the vowels, which makes each word as long as those of languages with long words. */
const accent: Rewrite = (text) =>
  text.replaceAll(/[aeiou]/gi, '$&$&').replaceAll(/[a-z]/gi, (letter) => accents.get(letter) ?? letter);

/** Words that run from right to left, though their letters are Latin. */
const mirror: Rewrite = (text) =>
  accent(text).replaceAll(/\p{L}+/gu, `${RIGHT_TO_LEFT_OVERRIDE}$&${POP_DIRECTIONAL_FORMATTING}`);

/** Rewrites a text, but not what was put into it. */
function rewritten(text: string, rewrite: Rewrite): string {
  const pieces = text.split(isolated).map((piece) => (piece.startsWith(OPEN) ? piece : rewrite(piece)));
  return `[${pieces.join('').replaceAll(marks, '')}]`;
}

/** An empty text means that there is none. */
const marked = (value: unknown): unknown => (typeof value === 'string' && value ? OPEN + value + CLOSE : value);

function rewriteWords(words: unknown, rewrite: Rewrite): unknown {
  if (typeof words === 'string') return rewritten(words, rewrite);
  if (typeof words === 'function') {
    const write = words as (...values: unknown[]) => unknown;
    return (...values: unknown[]) => rewriteWords(write(...values.map(marked)), rewrite);
  }
  // Words that are fetched later.
  if (words instanceof Promise)
    return words.then((module: { default: unknown }) => ({ default: rewriteWords(module.default, rewrite) }));
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, rewriteWords(word, rewrite)]));
}

function pseudoLocale({ lang, dir, rewrite }: Pick<Language, 'lang' | 'dir'> & { rewrite: Rewrite }): Language {
  return { ...(rewriteWords(en, rewrite) as Language), lang, dir };
}

/** With the tags that Unicode's CLDR gives such locales. */
export const pseudoLocales: readonly Language[] = [
  pseudoLocale({ lang: 'en-XA', dir: 'ltr', rewrite: accent }),
  pseudoLocale({ lang: 'ar-XB', dir: 'rtl', rewrite: mirror }),
];
