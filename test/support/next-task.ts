/** The browser's own `setTimeout`, which a fake clock does not stop. */
export const realSetTimeout = globalThis.setTimeout.bind(globalThis);

/** Resolves in the next task, after everything that needs no timer: promises, and what the browser does between two tasks. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    realSetTimeout(resolve, 0);
  });
}
