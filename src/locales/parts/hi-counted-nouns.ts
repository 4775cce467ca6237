/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'one' | 'other'>('hi');

export const comments = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} टिप्पणी`, other: `${formatted} टिप्पणियाँ` });
