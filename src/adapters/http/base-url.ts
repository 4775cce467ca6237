import { AdapterError } from '../../model/adapter.js';
import { type UrlBuilder, urlBuilder } from '../shared/url-builder.js';

/** Creates a builder of URLs below the base URL `src`. Throws `invalid` if that is not an http or https URL. */
export function createUrlBuilder(src: string): UrlBuilder {
  const base = src ? parseWebUrl(src, globalThis.document?.baseURI) : undefined;
  if (!base || base.username) {
    throw new AdapterError(
      'invalid',
      `src="${src}": backend="http" needs src="…" with the base URL of a backend, such as "/api/comments", without a password.`,
    );
  }
  return urlBuilder(base.origin + base.pathname + base.search);
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
