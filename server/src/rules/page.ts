import { normalizeLine } from 'article-comments/rules.js';

/** Milliseconds after which the page of a discussion may be requested again. */
export const recheckAfter = 24 * 60 * 60_000;

/** Maximum length of a title, in UTF-16 code units: as in the contract. */
export const maxTitle = 500;

/** A title in one line, cut to the maximum length. Null if nothing is left of it. */
export function pageTitle(text: string): string | null {
  // Cut first, because normalising takes time.
  const title = normalizeLine(text.slice(0, maxTitle * 4)).slice(0, maxTitle);
  // Cutting may leave half a character, which the database cannot store.
  return title.replace(/\p{Surrogate}/gu, '') || null;
}

/** The address of a page without its fragment. Undefined if it is not one of the publisher's. */
export function ownPage(
  { pageOrigins }: { readonly pageOrigins: () => readonly string[] },
  url: string,
): string | undefined {
  const page = webPage(url);
  return page && pageOrigins().includes(new URL(page).origin) ? page : undefined;
}

/** The address of a page on the web, without its fragment. Undefined for any other address, and for one with a user or a password. */
export function webPage(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const page = new URL(url);
  // A `blob:` address has the origin of the page that made it.
  if (!/^https?:$/.test(page.protocol) || page.username !== '' || page.password !== '') return undefined;
  page.hash = '';
  return page.href;
}
