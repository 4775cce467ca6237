import type { CommentId } from '../../model/adapter.js';

/**
 * An id for an element that belongs to a comment. A backend's ids may have spaces in them, and in a list of ids, such as
 * `aria-describedby`, a space begins the next one.
 */
export const elementId = (name: string, id: CommentId): string =>
  `${name}-${id.replaceAll(/[\s%]/g, encodeURIComponent)}`;
