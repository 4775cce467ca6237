import { createLink } from './create-link.js';
import { safeUrl } from './safe-url.js';

/**
 * The link for an address in the text, labelled with the address itself; or the text as it is when it leads nowhere.
 *
 * The label is what was typed as long as that says where the link leads. It is the normalised address (with the host in
 * Punycode) when the host is written in letters that resemble others, or when characters hide in it that nobody sees.
 */
export function addressLink(typed: string): HTMLAnchorElement | string {
  const href = safeUrl(typed);
  if (!href) return typed;
  const { origin } = new URL(href);
  const link = createLink(href, 'ltr');
  link.textContent = typed.slice(0, origin.length).toLowerCase() === origin && !/\p{C}/u.test(typed) ? typed : href;
  return link;
}
