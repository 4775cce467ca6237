/** The languages that a page has registered, for all elements on it. */
import type { Messages } from './messages.js';

/** By BCP 47 tag in lower case. */
export const registeredLocales = new Map<string, Messages>();
const listeners = new Set<() => void>();

/**
 * Registers the words of a language for all three elements. Takes effect at once, also in elements that are already on the page.
 * Replaces all words that the same tag had before, those that come with the package included: to change a few words, set `messages` on
 * the element.
 *
 * @param messages The words, with the tag of their language (BCP 47) as `lang`. Missing words are English; with the attribute `debug`,
 *   the console lists them. Unknown ones, and those of another type, are reported in the console and left out.
 * @throws TypeError if there is no `lang`.
 */
export function registerLocale(messages: Messages): void {
  if (!messages?.lang) throw new TypeError('registerLocale() needs messages with their language as "lang".');
  registeredLocales.set(messages.lang.toLowerCase(), messages);
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever a language is registered. Returns a function that unsubscribes it. */
export function onLocaleRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
