/** A language tag without its region: `de` for `de-CH`. */
export function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** The related language to use, if there are no messages for a language, its script or its region. */
const RELATED: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', pt: 'pt-pt' };

/**
 * The tags to search for messages, in lower case, best match first: "zh-TW", then "zh-Hant", the script used there, then "zh". An invalid
 * tag has only itself and its base.
 */
export function fallbacksOf(tag: string): readonly string[] {
  const tags = [tag];
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    tags.push(`${language}-${script}`, `${language}-${region}`, language, RELATED[language] ?? '');
  } catch {
    tags.push(baseOf(tag));
  }
  return tags.map((one) => one.toLowerCase());
}

/** The tag for numbers and dates beside messages of the language `lang`: "de-CH" has German messages and Swiss numbers. */
export function formatTagOf(tag: string, lang: string): string {
  return baseOf(tag) === baseOf(lang) ? tag : lang;
}
