/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'one' | 'few' | 'other'>('hr');

export const comments = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} komentar`, few: `${formatted} komentara`, other: `${formatted} komentara` });
