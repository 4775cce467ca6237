/** The languages of the script tag. Each is a file beside the script, fetched when the page names it. */
import type { LocaleLoader } from './elements/section/locale-controller.js';
import type { Messages } from './i18n/messages.js';

/** The tags of all languages beside English, as in the names of their files. */
export const tags: readonly string[] = ['ar', 'de'];

export const locales: Readonly<Record<string, LocaleLoader>> = Object.fromEntries(
  tags.map((tag) => [
    tag.toLowerCase(),
    (): Promise<{ readonly default: Messages }> => import(new URL(`locale-${tag}.js`, import.meta.url).href),
  ]),
);
