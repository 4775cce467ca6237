/**
 * The most that a page may download, in bytes after brotli; 1 kB is 1,000 bytes. docs/performance.md states them. `ceiling`: a budget
 * that is missed at present, and the size that it must not grow beyond meanwhile.
 */
export const budgets = {
  firstPicture: { what: 'Plain text, until the comments are shown', limit: 23_000, ceiling: 33_600 },
  wholeVisit: { what: 'Plain text, the whole visit of a reader', limit: 32_000, ceiling: 46_200 },
  markdown: { what: 'Markdown, on top of that', limit: 5_400 },
  html: { what: 'HTML, on top of that', limit: 11_500 },
  everything: { what: 'Everything a reader and writer can load', limit: 62_000, ceiling: 104_900 },
  adapter: { what: 'An adapter', limit: 8_000 },
  /** A whole backend in itself, for demos and tests. Its size includes what it shares with the others. */
  memoryAdapter: { what: 'The adapter `memory`, for demos', limit: 7_000, ceiling: 8_760 },
};
