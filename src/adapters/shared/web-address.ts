import { AdapterError } from '../../model/adapter.js';
import { parseUrl } from './parse-url.js';

/**
 * The http or https URL in the attribute `src`, absolute or relative to the page. Throws `invalid` for anything else. `remedy` is the
 * advice to the developer.
 */
export function webAddress(src: string, remedy: string): string {
  const url = parseUrl(src, globalThis.document?.baseURI);
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  throw new AdapterError('invalid', `src="${src}" is not an http or https address: ${remedy}`);
}
