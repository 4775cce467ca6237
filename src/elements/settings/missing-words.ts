/** With `debug`, lists the missing messages of a registered language. Loaded with the notes for the developer. */
import { registeredLocales } from '../../i18n/locale-registry.js';
import type { Messages } from '../../i18n/messages.js';
import en from '../../locales/en.js';
import { fallbacksOf, languageOf } from '../page/language-of.js';

/** The languages whose missing messages have been reported. */
const reported = new WeakSet<Messages>();

/** Lists in the console, once, the messages that the page's language lacks. They are in English. */
export function reportMissingMessages(host: HTMLElement): void {
  const [messages] = fallbacksOf(languageOf(host)).flatMap((tag) => registeredLocales.get(tag) ?? []);
  if (!messages || reported.has(messages)) return;
  reported.add(messages);
  const missing = missingPaths(en, messages).sort();
  if (missing.length === 0) return;
  console.warn(
    `<${host.localName}>: ${missing.length} of the messages for lang="${messages.lang}" are missing and shown in English: ` +
      `${missing.join(', ')}. docs/messages.md lists all messages.`,
  );
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
