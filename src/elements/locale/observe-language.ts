import { onLocaleRegistered } from '../../i18n/locale-registry.js';

/** Calls `update` when the language of an element may have changed. Returns a function that ends that. */
export function observeLanguage(element: HTMLElement, update: () => void): () => void {
  const observer = new MutationObserver(update);
  for (const observed of [element, document.documentElement]) observer.observe(observed, { attributeFilter: ['lang'] });
  const unsubscribe = onLocaleRegistered(update);
  return () => {
    observer.disconnect();
    unsubscribe();
  };
}
