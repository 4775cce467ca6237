import type { CommentId } from '../../model/adapter.js';

/** An id for an element that belongs to a comment. A space in it, which backends may use in theirs, would make two of it in a list of ids. */
export const elementId = (name: string, id: CommentId): string =>
  `${name}-${id.replaceAll(/[\s%]/g, encodeURIComponent)}`;
