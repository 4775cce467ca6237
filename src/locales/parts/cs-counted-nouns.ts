/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'one' | 'few' | 'many' | 'other'>('cs');

export const comments = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 komentář',
    few: `${formatted} komentáře`,
    many: `${formatted} komentáře`,
    other: `${formatted} komentářů`,
  });
