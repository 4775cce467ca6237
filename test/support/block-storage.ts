type Area = 'localStorage' | 'sessionStorage';

/** Forbids one of the browser's storages. Returns a function that lifts that. */
export const blockStorage = (name: Area): (() => void) =>
  replaceStorage(name, () => {
    throw new DOMException('Denied.', 'SecurityError');
  });

/** Removes one of the browser's storages, as Android's `WebView` does without DOM storage. Returns a function that restores it. */
export const removeStorage = (name: Area): (() => void) => replaceStorage(name, () => null);

function replaceStorage(name: Area, get: () => null): () => void {
  const real = Object.getOwnPropertyDescriptor(window, name) as PropertyDescriptor;
  Object.defineProperty(window, name, { configurable: true, get });
  return () => void Object.defineProperty(window, name, real);
}
