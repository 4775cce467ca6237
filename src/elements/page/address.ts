/** The comment that the page's address names. */
import type { CommentId } from '../../model/adapter.js';
import { decodeId, fragmentOf } from '../../presentation/comment-address.js';
import { withoutHash } from './discussion-of.js';

/** The URL of a comment on this page. */
export function permalink(id: CommentId): string {
  return withoutHash(location.href) + fragmentOf(id);
}

/** The comment that the page's hash names, to be read, reported or voted on (`#comment-12&vote=1`); empty if there is none. */
export function commentInAddress(): CommentId {
  const [before, id = ''] = location.hash.split(/#(?:comment|report)-|&/);
  // An element of the page may have an id that starts like this.
  return before || (isReportInAddress() && document.getElementById(location.hash.slice(1))) ? '' : decodeId(id);
}

/** Whether the hash requests the report form of a comment. */
export function isReportInAddress(): boolean {
  return location.hash.startsWith('#report-');
}
