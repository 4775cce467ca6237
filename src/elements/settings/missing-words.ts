/** With `debug`, lists the missing messages of a registered language. Loaded with the notes for the developer. */
import { registeredLocales } from '../../i18n/locale-registry.js';
import { addMessages } from '../../i18n/merge-messages.js';
import { loadedPart, loadPart } from '../../i18n/message-parts.js';
import type { LocaleMessages, PartName } from '../../i18n/messages.js';
import { partSizes } from '../../i18n/part-sizes.js';
import en from '../../locales/en.js';
import { fallbacksOf } from '../page/language-fallbacks.js';
import { languageOf } from '../page/language-of.js';

/** The languages whose missing messages have been reported. */
const reported = new WeakSet<LocaleMessages>();

/** Lists in the console, once, the messages that the page's language lacks. They are in English. */
export async function reportMissingMessages(host: HTMLElement): Promise<void> {
  const [messages] = fallbacksOf(languageOf(host)).flatMap((tag) => registeredLocales.get(tag) ?? []);
  if (!messages || reported.has(messages)) return;
  reported.add(messages);
  const [expected, own] = await Promise.all([en, messages].map(allMessages)).catch(() => []);
  // Without a network, the next update tries again.
  if (!expected || !own) return void reported.delete(messages);
  const missing = missingPaths(expected, own).sort();
  if (missing.length === 0) return;
  console.warn(
    `<${host.localName}>: ${missing.length} of the messages for lang="${messages.lang}" are missing and shown in English: ` +
      `${missing.join(', ')}. docs/messages.md lists all messages.`,
  );
}

/** The messages of a language, with those of its parts. */
export async function allMessages(language: LocaleMessages): Promise<object> {
  const parts = Object.keys(partSizes) as PartName[];
  const { visit, takingPart, changing, ...others } = language;
  const withLoader = parts.filter((name) => typeof language[name] === 'function');
  await Promise.all(withLoader.map((name) => loadPart(name, [language])));
  return withLoader.reduce<object>((all, name) => addMessages(all, loadedPart(name, [language])), others);
}

/** Returns the paths of the messages of `all` that `some` lacks, such as `orders.top`. A missing group is one path. */
function missingPaths(all: object, some: object, path = ''): string[] {
  return Object.entries(all).flatMap(([name, word]: [string, unknown]) => {
    if (!Object.hasOwn(some, name)) return [path + name];
    const own: unknown = (some as Record<string, unknown>)[name];
    const isGroup = typeof word === 'object' && word && typeof own === 'object' && own;
    return isGroup ? missingPaths(word, own, `${path}${name}.`) : [];
  });
}
