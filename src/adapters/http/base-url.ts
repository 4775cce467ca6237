import { AdapterError } from '../../model/adapter.js';

/** Query parameters. Undefined values are left out; a list repeats its name. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Builds the URL of a request from its path, which begins with a slash, and its parameters. */
export type UrlBuilder = (path: string, query?: Query) => string;

/** Builds URLs below the base URL that the page gave. Throws `invalid` if that is not an http or https URL. */
export function createUrlBuilder(src: string): UrlBuilder {
  const base = src ? parseWebUrl(src, globalThis.document?.baseURI) : undefined;
  if (!base || base.username) {
    throw new AdapterError(
      'invalid',
      `src="${src}": backend="http" needs src="…" with the base URL of a backend, such as "/api/comments", without a password.`,
    );
  }
  const prefix = base.origin + base.pathname.replace(/\/+$/, '');
  return (path, query = {}) => {
    const parameters = new URLSearchParams(base.search);
    for (const [name, value] of Object.entries(query)) {
      for (const item of [value ?? []].flat()) parameters.append(name, String(item));
    }
    return `${prefix + path}?${parameters}`.replace(/\?$/, '');
  };
}

/** Parses an http or https URL. Returns undefined for anything else. */
export function parseWebUrl(href: string, base: string | undefined): URL | undefined {
  try {
    const url = new URL(href, base);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
