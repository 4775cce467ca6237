/** Addresses: which discussion a page is about, and which comment its hash names. */
import type { CommentId, DiscussionRef } from '../../model/adapter.js';
import { decodeId, fragmentOf, PREFIX } from '../../presentation/comment-address.js';

/** The beginning of the hash that opens the report of a comment. */
const REPORT = '#report-';

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
  const [before, id = ''] = location.hash.split(isReportInAddress() ? REPORT : `#${PREFIX}`);
  return before ? '' : decodeId(id);
}

/** Whether the hash asks for the report of a comment. The page may have a place of its own with such a name. */
export function isReportInAddress(): boolean {
  const { hash } = location;
  return hash.startsWith(REPORT) && !document.getElementById(hash.slice(1));
}

/** An address without its fragment. */
export function withoutHash(url: string): string {
  return url.replace(/#.*/, '');
}
