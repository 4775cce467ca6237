/** The languages that a page has registered, shared by all elements on it. */
import type { Language, LocaleMessages, Messages } from './messages.js';

/** Messages by BCP 47 tag in lower case, and who is called when there are more. */
type Registry = readonly [locales: Map<string, LocaleMessages>, listeners: Set<() => void>];

declare global {
  /** One for all scripts of a page, because each may have a copy of this module. */
  var articleCommentsLocales: Registry | undefined;
}

const [registeredLocales, listeners]: Registry = (globalThis.articleCommentsLocales ??= [new Map(), new Set()]);

export { registeredLocales };

/**
 * Registers the messages of a language for all three elements. Takes effect at once, also in elements that are already on the page.
 * Replaces all messages with the same tag, including those of the package. To change single messages, set `messages` on the element.
 *
 * @param messages The messages, with their language (BCP 47) as `lang`. Missing messages are English; with the attribute `debug`,
 *   the console lists them. Unknown messages and messages of another type are ignored and reported in the console.
 * @throws TypeError if `lang` is missing.
 */
export function registerLocale(messages: Messages | Language): void {
  if (!messages?.lang) throw new TypeError('registerLocale() needs messages with "lang".');
  registeredLocales.set(messages.lang.toLowerCase(), messages);
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever a language is registered. Returns a function that unsubscribes it. */
export function onLocaleRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
