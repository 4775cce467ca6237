import { realSetTimeout } from './next-task.js';

/**
 * How long anything may take that a person waits for, in milliseconds of the real clock. The drivers of the other engines are slower: what
 * takes a moment in Chromium may take seconds there.
 */
const PATIENCE = globalThis.navigator?.userAgent.includes('Chrome/') ? 2500 : 10_000;

/**
 * Repeats `check`, by the real clock, until it does not throw. The `waitFor` of the testing library observes the document only, and stands still with
 * a fake clock.
 */
export async function waitFor<T>(check: () => T | Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => realSetTimeout(resolve, 10));
  }
}
