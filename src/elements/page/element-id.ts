import type { CommentId } from '../../model/adapter.js';

/**
 * An id for an element that belongs to a comment. A backend's ids may contain spaces, which would separate two ids in an attribute such
 * as `aria-describedby`.
 */
export const elementId = (name: string, id: CommentId): string =>
  `${name}-${id.replaceAll(/[\s%]/g, encodeURIComponent)}`;
