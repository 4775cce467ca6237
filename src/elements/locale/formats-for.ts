import { Formats } from '../../i18n/formats.js';
import { formatTagOf } from '../page/language-fallbacks.js';

/**
 * The formats beside messages of the language `lang`, in the manner of the region in `tag`. Without messages, dates are English, too.
 * `isZoneUsable`: false if the browser does not know the time zone, so that the reader's is used.
 */
export function formatsFor(
  tag: string,
  lang: string,
  timeZone: string | undefined,
): { readonly formats: Formats; readonly isZoneUsable: boolean } {
  const formats = create(formatTagOf(tag, lang), timeZone) ?? create(lang, timeZone);
  return { formats: formats ?? create(lang) ?? new Formats('en'), isZoneUsable: formats !== undefined };
}

/** Undefined if there is no such language or time zone. */
function create(lang: string, timeZone?: string): Formats | undefined {
  try {
    return new Formats(lang, timeZone);
  } catch {
    return undefined;
  }
}
