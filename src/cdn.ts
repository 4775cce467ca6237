/** What a script tag loads: the elements, registered, and a lazy loader for each name that an attribute may hold. */
import './define.js';

/** The interface languages besides English, each fetched only when a page asks for it. */
export const locales = {
  en: () => import('./locales/en.js'),
};
