import { realSetTimeout } from './next-task.js';

/**
 * How long anything may take that a person waits for, in milliseconds of the real clock. The drivers of the other engines are slower: what
 * takes a moment in Chromium may take seconds there.
 */
const PATIENCE = globalThis.navigator?.userAgent.includes('Chrome/') ? 2500 : 10_000;

/**
 * How often a condition is looked at, at least. A look at a long list takes a tenth of a second, and on a machine that has other work a
 * second: by the clock alone, the section would have had its turn once or twice.
 */
const LEAST_LOOKS = 20;

/**
 * Repeats `check`, by the real clock, until it does not throw. The `waitFor` of the testing library observes the document only, and stands still with
 * a fake clock.
 */
export async function waitFor<T>(check: () => T | Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (let looks = 1; ; looks++) {
    try {
      return await check();
    } catch (error) {
      if (looks >= LEAST_LOOKS && performance.now() > end) throw error;
    }
    await new Promise((resolve) => realSetTimeout(resolve, 10));
  }
}
