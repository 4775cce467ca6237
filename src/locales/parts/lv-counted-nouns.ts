/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'zero' | 'one' | 'other'>('lv');

/** In the nominative. */
export const comments = (count: number, formatted: string): string =>
  plural(count, { zero: `${formatted} komentāru`, one: `${formatted} komentārs`, other: `${formatted} komentāri` });
