/** How long the first paint is waited for, in milliseconds: a browser may put it off while the page is still coming. */
const PAINT_TIMEOUT = 1000;

/** Resolves once the browser has painted what is on the page: it is to be seen before the work that replaces it. */
export async function afterPaint(): Promise<void> {
  // Such a page is not painted.
  if (document.hidden) return;
  const isBegun = performance.getEntriesByType('paint').length > 0;
  if (!isBegun)
    await new Promise((resolve) => {
      new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
      setTimeout(resolve, PAINT_TIMEOUT);
    });
  // What has come since is painted with the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
