import { AdapterError } from '../../model/adapter.js';

/**
 * The http or https URL that the attribute `src` names, absolute or relative to the page. Throws `invalid` for anything else; `remedy`
 * tells the developer what to write instead.
 */
export function webAddress(src: string, remedy: string): string {
  const page = globalThis.document?.baseURI;
  if (URL.canParse(src, page)) {
    const { href, protocol } = new URL(src, page);
    if (/^https?:$/.test(protocol)) return href;
  }
  throw new AdapterError('invalid', `src="${src}" is not an http or https address: ${remedy}`);
}
