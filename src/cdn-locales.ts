/** The languages of the script tag. Each is a file beside the script, fetched when the page names it. */
import type { LocaleLoader } from './elements/locale/find-locale.js';
import type { LocaleMessages } from './i18n/messages.js';

/** The tags of all languages beside English, as in the names of their files. */
export const tags: readonly string[] = [
  'ar',
  'bg',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en-GB',
  'es',
  'et',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'nb',
  'nl',
  'pl',
  'pt-BR',
  'pt-PT',
  'ro',
  'ru',
  'sk',
  'sl',
  'sr',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
  'zh-Hant',
];

export const locales: Readonly<Record<string, LocaleLoader>> = Object.fromEntries(
  tags.map((tag) => [
    tag.toLowerCase(),
    (): Promise<{ readonly default: LocaleMessages }> => import(new URL(`locale-${tag}.js`, import.meta.url).href),
  ]),
);
