import { parseUrl } from '../shared/urls.js';

/** Whether a URI is an http or https URL that needs no repair by a URL parser, and has no credentials. */
export function isWebUrl(uri: string): boolean {
  if (!/^https?:\/\/[^/\\\s]\P{Cc}*$/iu.test(uri)) return false;
  const url = parseUrl(uri);
  return url !== undefined && url.username + url.password === '';
}
