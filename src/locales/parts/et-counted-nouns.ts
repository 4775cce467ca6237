/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'one' | 'other'>('et');

export const comments = (count: number, formatted: string): string =>
  plural(count, { one: '1 kommentaar', other: `${formatted} kommentaari` });

export const replies = (count: number, formatted: string): string =>
  plural(count, { one: '1 vastus', other: `${formatted} vastust` });
