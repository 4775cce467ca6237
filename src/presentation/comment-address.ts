/** The fragment that names a comment in the address of a page. */
import type { CommentId } from '../model/adapter.js';

/** Prefix of the id of each comment's row, and of the fragment that names a comment. */
export const PREFIX = 'comment-';

/** Returns the fragment of a comment's permalink. */
export function fragmentOf(id: CommentId): string {
  return `#${PREFIX}${encodeId(id)}`;
}

/** Encodes an id for a URL. */
export function encodeId(id: CommentId): string {
  return recode(encodeURIComponent, id);
}

/** Decodes an id that `encodeId` encoded. */
export function decodeId(part: string): CommentId {
  return recode(decodeURIComponent, part);
}

/** Returns an empty string for malformed input (a stray "%", a lone surrogate in an id) instead of throwing. */
function recode(code: (text: string) => string, text: string): string {
  try {
    return code(text);
  } catch {
    return '';
  }
}
