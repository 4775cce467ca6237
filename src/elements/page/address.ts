/** Addresses: which discussion a page is about, and which comment its hash names. */
import type { CommentId, DiscussionRef } from '../../model/adapter.js';
import { decodeId, fragmentOf } from '../../presentation/comment-address.js';

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

/** The comment that the page's hash names, to be read or to be reported; empty when it names none. */
export function commentInAddress(): CommentId {
  const [before, id = ''] = location.hash.split(/#(?:comment|report)-/);
  // The page may have a place of its own that begins so.
  return before || (isReportInAddress() && document.getElementById(location.hash.slice(1))) ? '' : decodeId(id);
}

/** Whether the hash asks for the report of a comment. */
export function isReportInAddress(): boolean {
  return location.hash.startsWith('#report-');
}

/** An address without its fragment. */
export function withoutHash(url: string): string {
  return url.replace(/#.*/, '');
}
