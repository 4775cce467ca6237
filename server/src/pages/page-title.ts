import { normalizeLine } from '../discussion/normalize-text.js';

/** Maximum length of a title, in UTF-16 code units: as in the contract. */
export const maxTitle = 500;

/** A title in one line, cut to the maximum length. Null if nothing is left of it. */
export function pageTitle(text: string): string | null {
  // Cut first, because normalising takes time.
  const title = normalizeLine(text.slice(0, maxTitle * 4)).slice(0, maxTitle);
  // Cutting may leave half a character, which the database cannot store.
  return title.replace(/\p{Surrogate}/gu, '') || null;
}
