/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'one' | 'few' | 'many' | 'other'>('uk');

export const comments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} коментар`,
    few: `${formatted} коментарі`,
    many: `${formatted} коментарів`,
    other: `${formatted} коментаря`,
  });

export const replies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} відповідь`,
    few: `${formatted} відповіді`,
    many: `${formatted} відповідей`,
    other: `${formatted} відповіді`,
  });
