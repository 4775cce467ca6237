/** The page's address: which article it is, and which comment its hash names. */
import type { CommentId, DiscussionRef } from '../model/adapter.js';

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
  return `${withoutHash(location.href)}#${PREFIX}${encodeURIComponent(id)}`;
}

/** The comment that the address names. */
export function commentInAddress(): CommentId | undefined {
  const [, id] = location.hash.split(`#${PREFIX}`);
  try {
    return id && decodeURIComponent(id);
  } catch {
    // A stray "%" in the address: it names no comment.
    return undefined;
  }
}

function withoutHash(url: string): string {
  return url.replace(/#.*/, '');
}
