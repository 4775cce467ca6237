import type { Store } from '../store.js';

/** The address of a page without its fragment. Undefined if it is not one of the publisher's. */
export function ownPage({ pageOrigins }: Pick<Store, 'pageOrigins'>, url: string): string | undefined {
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
