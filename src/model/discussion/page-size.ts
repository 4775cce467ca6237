/** Of a page of comments, in top-level comments. */
export const DEFAULT_PAGE_SIZE = 25;
