/** Addresses: which discussion a page is about, and which comment its hash names. */
import type { CommentId, DiscussionRef } from '../../model/adapter.js';
import { decodeId, fragmentOf, PREFIX } from '../../presentation/comment-address.js';

/** The page's discussion. Without a `key` of the publisher's it is known by the page's canonical URL. */
export function discussionOf(key: string | undefined): DiscussionRef {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const url = withoutHash(canonical?.href ?? location.href);
  return { key: String(key ?? url), url, title: document.title };
}

/** The URL of a comment on this page. */
export function permalink(id: CommentId): string {
  return withoutHash(location.href) + fragmentOf(id);
}

/** The comment that the page's hash names; empty when it names none. */
export function commentInAddress(): CommentId {
  const [before, id = ''] = location.hash.split(`#${PREFIX}`);
  return before ? '' : decodeId(id);
}

/** An address without its fragment. */
export function withoutHash(url: string): string {
  return url.replace(/#.*/, '');
}
