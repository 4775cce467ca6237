/** The sizes of pages of comments, in top-level comments. */
export const DEFAULT_PAGE_SIZE = 25;
/** The most that a section requests at first. A backend returns so many in one response, and they are soon shown. */
export const MAX_FIRST_PAGE = 100;

/** Whether a page may ask for this size. */
export const isPageSize = (raw: unknown): raw is number =>
  Number.isInteger(raw) && (raw as number) > 0 && (raw as number) <= 1000;
