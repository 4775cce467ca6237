import { AdapterError } from '../../model/adapter.js';

/** What goes behind the question mark. A member without a value is left out; a list repeats its name. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** The address of one request: `path` begins with a slash. */
export type AddressOf = (path: string, query?: Query) => string;

/** Takes the base address that a page gave. Throws `invalid` for one that is none. */
export function addressesBelow(src: string): AddressOf {
  const base = src ? webAddress(src, globalThis.document?.baseURI) : undefined;
  if (!base || base.username) {
    throw new AdapterError(
      'invalid',
      `src="${src}": backend="http" needs src="…" with the base address of a backend, such as "/api/comments", without a password.`,
    );
  }
  const start = base.origin + base.pathname.replace(/\/+$/, '');
  return (path, query = {}) => {
    const parameters = new URLSearchParams(base.search);
    for (const [name, value] of Object.entries(query)) {
      for (const one of [value ?? []].flat()) parameters.append(name, String(one));
    }
    return `${start + path}?${parameters}`.replace(/\?$/, '');
  };
}

/** An address that a browser can ask or go to; undefined for every other text. */
export function webAddress(href: string, base: string | undefined): URL | undefined {
  try {
    const url = new URL(href, base);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
