import { realSetTimeout } from './next-task.js';

/**
 * How long anything may take that a person waits for, in milliseconds of the real clock. A busy machine takes seconds to fetch the
 * hundred source files that a form needs. Whoever waits for what does come loses nothing by it.
 */
const PATIENCE = 10_000;

/** Asks again and again, by the real clock, until `check` does not throw. The library's own looks at the document only, and stands still with a fake clock. */
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
