import { AdapterError } from '../../model/adapter.js';

/** Query parameters. Undefined values are omitted; a list repeats its name. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Builds the address of a request from its path, which begins with a slash, and its parameters. */
export type UrlBuilder = (path: string, query?: Query) => string;

/** Builds addresses below `src`. Slashes at its end are dropped, and its own parameters are sent with every request. */
export function urlBuilder(src: string): UrlBuilder {
  const [, base = '', search] = /^([^?#]*?)\/*(?:\?([^#]*))?(?:#.*)?$/s.exec(src) ?? [];
  return (path, query = {}) => {
    const parameters = new URLSearchParams(search);
    for (const [name, value] of Object.entries(query))
      for (const item of [value ?? []].flat()) parameters.append(name, `${item}`);
    return `${base + path}?${parameters}`.replace(/\?$/, '');
  };
}

/** Parses a URL. Returns undefined if the text is not one. `URL.canParse` requires Chromium 120 and Safari 17. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** Parses an http or https URL, absolute or relative to `base`. Returns undefined for anything else. */
export function parseWebUrl(text: string, base = globalThis.document?.baseURI): URL | undefined {
  const url = parseUrl(text, base);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/**
 * The http or https URL in the attribute `src`, absolute or relative to the page. Throws `invalid` for anything else, and if there is
 * none. `remedy` is the advice to the developer.
 */
export function webAddress(src: string | undefined, remedy: string): string {
  const url = src && parseWebUrl(src);
  if (url) return url.href;
  throw new AdapterError('invalid', src ? `src="${src}" is not an http or https address: ${remedy}` : remedy);
}

/** Removes the slashes at the end of a URL, so that a path can follow. */
export const withoutTrailingSlash = (url: string): string => url.replace(/\/+$/, '');
