import { realSetTimeout } from './next-task.js';

/** How long anything may take that a person waits for, in milliseconds of the real clock. */
const PATIENCE = 2500;

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
