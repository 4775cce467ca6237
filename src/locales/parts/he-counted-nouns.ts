/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const select = pluralOf<'one' | 'two' | 'many' | 'other'>('he');

/** `many` is a category of older browsers (CLDR before 42): it is said as `other` is. */
export const plural = (count: number, forms: Readonly<Record<'one' | 'two' | 'other', string>>): string =>
  select(count, { ...forms, many: forms.other });

export const comments = (count: number, formatted: string): string =>
  plural(count, { one: 'תגובה אחת', two: 'שתי תגובות', other: `${formatted} תגובות` });
