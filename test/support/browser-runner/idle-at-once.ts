/**
 * Loaded before the tests: the browser is idle whenever the section asks. How long a machine that runs tests keeps a page waiting for that,
 * up to the two seconds that the section allows, says nothing about the section, and would be most of the patience of a test.
 */
import { realSetTimeout } from '../next-task.js';

// Safari has neither.
if ('requestIdleCallback' in globalThis) {
  const { clearTimeout } = globalThis;
  globalThis.requestIdleCallback = (work) =>
    Number(realSetTimeout(() => work({ didTimeout: false, timeRemaining: () => 50 })));
  globalThis.cancelIdleCallback = (id) => clearTimeout(id);
}
