/** The words of the pages and mails that tell the senders of notices what was decided, in every language of the section. */
import { languages as sectionLanguages } from 'article-comments/languages.js';
import type { Language, LegalMessages } from 'article-comments/rules.js';
import { languages, type OwnWords } from './status-languages.js';

export interface StatusWords extends OwnWords {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly legal: LegalMessages;
}

/** The words in the first language of `Accept-Language` that the section has; English by default. */
export async function statusWords(acceptLanguage: string | undefined): Promise<StatusWords> {
  const { tag, language } = await sectionLanguage(acceptLanguage);
  const { default: legal } = await language.legal();
  return { lang: tag, dir: language.dir, legal, ...languages[tag]! };
}

/** The first language of `Accept-Language` that the section has, and its tag; English by default. */
export async function sectionLanguage(
  acceptLanguage: string | undefined,
): Promise<{ readonly tag: string; readonly language: Language }> {
  const tag = wantedTags(acceptLanguage).map(languageOf).find(Boolean) ?? 'en';
  const { default: language } = await sectionLanguages[tag]!();
  return { tag, language };
}

/** The tags in the order of preference. */
function wantedTags(acceptLanguage = ''): readonly string[] {
  return acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return { tag, weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** The section's language for a tag: the same, that of the script or region, or of the language alone. */
function languageOf(tag: string): string | undefined {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(tag).maximize();
  } catch {
    // "*", or what no browser sends.
    return undefined;
  }
  const { language, script, region } = locale;
  const names = [`${language}-${region}`, `${language}-${script}`, language === 'no' ? 'nb' : language];
  return (
    names.find((name) => Object.hasOwn(languages, name)) ??
    Object.keys(languages).find((name) => name.startsWith(`${language}-`))
  );
}

/** In UTC: neither a mail nor a page without scripts knows the time zone of its reader. */
export function utcTime(date: Date, { lang }: StatusWords): string {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(date)} UTC`;
}
