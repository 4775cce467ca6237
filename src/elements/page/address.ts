/** The discussion and the comment that the page's address names. */
import type { CommentId, DiscussionRef } from '../../model/adapter.js';
import { decodeId, fragmentOf } from '../../presentation/comment-address.js';

/** The page's discussion. Default key: the page's canonical URL. */
export function discussionOf(key: string | undefined): DiscussionRef {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const url = withoutHash(canonical?.href ?? location.href);
  return { key: String(key ?? url), url, title: document.title };
}

/** The URL of a comment on this page. */
export function permalink(id: CommentId): string {
  return withoutHash(location.href) + fragmentOf(id);
}

/** The comment that the page's hash names, to be read or reported; empty if there is none. */
export function commentInAddress(): CommentId {
  const [before, id = ''] = location.hash.split(/#(?:comment|report)-/);
  // An element of the page may have an id that starts like this.
  return before || (isReportInAddress() && document.getElementById(location.hash.slice(1))) ? '' : decodeId(id);
}

/** Whether the hash requests the report form of a comment. */
export function isReportInAddress(): boolean {
  return location.hash.startsWith('#report-');
}

/** An address without its fragment. */
export function withoutHash(url: string): string {
  return url.replace(/#.*/, '');
}
