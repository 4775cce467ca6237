/** Addresses: which discussion a page is about, and which comment its hash names. */
import type { CommentId, DiscussionRef } from '../../model/adapter.js';

/** Begins the id of each comment's row, and a hash that names a comment. */
export const PREFIX = 'comment-';

/** The page's discussion. Without a `key` of the publisher's it is known by the page's canonical URL. */
export function discussionOf(key: string | undefined): DiscussionRef {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const url = withoutHash(canonical?.href ?? location.href);
  return { key: String(key ?? url), url, title: document.title };
}

/** The URL of a comment on this page. */
export function permalink(id: CommentId): string {
  return `${withoutHash(location.href)}#${PREFIX}${encodeId(id)}`;
}

/** The comment that the page's hash names; empty when it names none. */
export function commentInAddress(): CommentId {
  const [before, id = ''] = location.hash.split(`#${PREFIX}`);
  return before ? '' : recode(decodeURIComponent, id);
}

/** An id as part of a URL. */
export function encodeId(id: CommentId): string {
  return recode(encodeURIComponent, id);
}

/** Malformed input (a stray "%", a lone surrogate in an id) names no comment, and must not stop the page. */
function recode(code: (text: string) => string, text: string): string {
  try {
    return code(text);
  } catch {
    return '';
  }
}

/** An address without its fragment. */
export function withoutHash(url: string): string {
  return url.replace(/#.*/, '');
}
