/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'one' | 'few' | 'many' | 'other'>('sk');

export const comments = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 komentár',
    few: `${formatted} komentáre`,
    many: `${formatted} komentára`,
    other: `${formatted} komentárov`,
  });
