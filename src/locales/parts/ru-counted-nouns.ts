/** Nouns with a number, and how the language forms them. */
import { pluralOf } from '../../i18n/plural.js';

export const plural = pluralOf<'one' | 'few' | 'many' | 'other'>('ru');

export const comments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} комментарий`,
    few: `${formatted} комментария`,
    many: `${formatted} комментариев`,
    other: `${formatted} комментария`,
  });

export const replies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} ответ`,
    few: `${formatted} ответа`,
    many: `${formatted} ответов`,
    other: `${formatted} ответа`,
  });
