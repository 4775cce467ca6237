import { registeredLocales } from '../../i18n/locale-registry.js';
import type { LocaleMessages } from '../../i18n/messages.js';
import { fallbacksOf } from '../page/language-fallbacks.js';

/** Loads the messages of a language. */
export type LocaleLoader = () => Promise<LocaleMessages | { readonly default: LocaleMessages }>;

/** Loaders by BCP 47 tag, in lower case. */
export type LocaleLoaders = Readonly<Record<string, LocaleLoader>>;

/** The messages of a language, or their loader: those of the best matching tag that has any. `english`: what is found for English. */
export function findLocale<English>(
  tag: string,
  loaders: LocaleLoaders,
  english: English,
): English | LocaleMessages | LocaleLoader | undefined {
  const find = (name: string): English | LocaleMessages | LocaleLoader | undefined =>
    registeredLocales.get(name) ?? (Object.hasOwn(loaders, name) ? loaders[name] : name === 'en' ? english : undefined);
  // Nearly all pages name a language that has messages, and the first `Intl.Locale` of a page takes 24 ms on a slow phone.
  return find(tag.toLowerCase()) ?? fallbacksOf(tag).map(find).find(Boolean);
}
