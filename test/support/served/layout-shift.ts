import type { Page } from 'playwright-core';

declare global {
  interface Window {
    layoutShifts: string[];
  }
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly {
    /** Null inside a shadow root. */
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/** Notes what moves on the page, from its first line on. Call it before the page is opened. */
export async function watchLayout(page: Page): Promise<void> {
  // Without functions that have a name, since the tests' compiler adds to them what a page does not have.
  await page.addInitScript(() => {
    window.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const { value, startTime, sources } of list.getEntries() as LayoutShift[]) {
        const moves = sources.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const [before, after] = [previousRect, currentRect].map((rect) =>
            [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(' '),
          );
          const name = element ? `<${element.localName} class="${element.className}">` : 'in a shadow root';
          return `${name} “${node?.textContent?.trim().slice(0, 40) ?? ''}” from ${before} to ${after}`;
        });
        window.layoutShifts.push(`${value.toFixed(6)} after ${Math.round(startTime)} ms: ${moves.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** A line for each time that something has moved so far, or moves in the next frames: what, and its place and size before and after. */
export function layoutShifts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.layoutShifts))),
      ),
  );
}
