/** With `debug`, lists the words that a registered language lacks. Fetched with the notes for the developer. */
import { registeredLocales } from '../../i18n/locale-registry.js';
import type { Messages } from '../../i18n/messages.js';
import en from '../../locales/en.js';
import { fallbacksOf, languageOf } from '../locale/language-of.js';

/** The languages whose missing words have been told. */
const told = new WeakSet<Messages>();

/** Lists in the console which words of the element's language are English because the page has not registered them; once. */
export function tellMissingWords(host: HTMLElement): void {
  const [words] = fallbacksOf(languageOf(host)).flatMap((tag) => registeredLocales.get(tag) ?? []);
  if (!words || told.has(words)) return;
  told.add(words);
  const missing = missingPaths(en, words).sort();
  if (missing.length === 0) return;
  console.warn(
    `<${host.localName}>: The words for lang="${words.lang}" lack ${missing.length}, which are English: ` +
      `${missing.join(', ')}. docs/words.md lists all words.`,
  );
}

/** The places of the words of `all` that are not among `some`, such as `orders.top`. A missing group is named as a whole. */
function missingPaths(all: object, some: object, path = ''): string[] {
  return Object.entries(all).flatMap(([name, word]: [string, unknown]) => {
    if (!Object.hasOwn(some, name)) return [path + name];
    const own: unknown = (some as Record<string, unknown>)[name];
    const isGroup = typeof word === 'object' && word && typeof own === 'object' && own;
    return isGroup ? missingPaths(word, own, `${path}${name}.`) : [];
  });
}
