/** The page's address: which article it is, and which comment its hash names. */
import type { CommentId, DiscussionRef } from '../../model/adapter.js';

/** Begins the id of each comment's row, and the hash that names a comment. Other hashes are none of our business. */
export const PREFIX = 'comment-';

/** The discussion of this page; `key` where the publisher gave one, else the page's canonical address. */
export function discussionOf(key: string | undefined): DiscussionRef {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const url = withoutHash(canonical?.href ?? location.href);
  return { key: key ?? url, url, title: document.title };
}

/** The address of a comment on this page. */
export function permalink(id: CommentId): string {
  return `${withoutHash(location.href)}#${PREFIX}${recode(encodeURIComponent, id)}`;
}

/** The comment that the address names; empty where it names none. */
export function commentInAddress(): CommentId {
  const [before, id] = location.hash.split(`#${PREFIX}`);
  return before ? '' : recode(decodeURIComponent, id);
}

/** An id as part of an address, and back. A stray "%", or half a character that a backend left in an id, names no comment. */
export function recode(code: (text: string) => string, text = ''): string {
  try {
    return code(text);
  } catch {
    // Nothing to be found under it; the rest of the page does not suffer.
    return '';
  }
}

function withoutHash(url: string): string {
  return url.replace(/#.*/, '');
}
