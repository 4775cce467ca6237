/** How the address of a page names a comment. */
import type { CommentId } from '../model/adapter.js';

/** Begins the id of each comment's row, and a hash that names a comment. */
export const PREFIX = 'comment-';

/** The hash of a comment's permalink. */
export function fragmentOf(id: CommentId): string {
  return `#${PREFIX}${encodeId(id)}`;
}

/** An id as part of a URL. */
export function encodeId(id: CommentId): string {
  return recode(encodeURIComponent, id);
}

/** The id that `encodeId` has made part of a URL. */
export function decodeId(part: string): CommentId {
  return recode(decodeURIComponent, part);
}

/** Malformed input (a stray "%", a lone surrogate in an id) names no comment, and must not stop the page. */
function recode(code: (text: string) => string, text: string): string {
  try {
    return code(text);
  } catch {
    return '';
  }
}
