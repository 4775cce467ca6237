/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'one' | 'few' | 'many' | 'other'>('pl');

export const comments = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 komentarz',
    few: `${formatted} komentarze`,
    many: `${formatted} komentarzy`,
    other: `${formatted} komentarza`,
  });

export const replies = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 odpowiedź',
    few: `${formatted} odpowiedzi`,
    many: `${formatted} odpowiedzi`,
    other: `${formatted} odpowiedzi`,
  });
