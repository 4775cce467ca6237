/** Forbids one of the browser's storages. Returns a function that lifts that. */
export function blockStorage(name: 'localStorage' | 'sessionStorage'): () => void {
  const real = Object.getOwnPropertyDescriptor(window, name) as PropertyDescriptor;
  Object.defineProperty(window, name, {
    configurable: true,
    get: () => {
      throw new DOMException('Denied.', 'SecurityError');
    },
  });
  return () => void Object.defineProperty(window, name, real);
}
