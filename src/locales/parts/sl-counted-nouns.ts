/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'one' | 'two' | 'few' | 'other'>('sl');

/** In the nominative. */
export const comments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} komentar`,
    two: `${formatted} komentarja`,
    few: `${formatted} komentarji`,
    other: `${formatted} komentarjev`,
  });
