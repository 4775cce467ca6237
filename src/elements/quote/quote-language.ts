import type { Formats } from '../../i18n/formats.js';
import { mergeMessages } from '../../i18n/merge-messages.js';
import type { MessageOverrides } from '../../i18n/messages.js';
import en, { type QuoteMessages } from '../../locales/parts/en-quote.js';
import type { LocaleLoaders } from '../locale/find-locale.js';
import { formatsFor } from '../locale/formats-for.js';
import { LocaleSource } from '../locale/language-source.js';
import type { Mistake } from '../settings/misconfiguration.js';

/** The settings of an element that concern its language. */
interface LanguageSettings {
  readonly loaders: LocaleLoaders;
  /** The publisher's own messages. */
  readonly messages: MessageOverrides | undefined;
  /** IANA name. Default: the reader's time zone. */
  readonly timeZone: string | undefined;
}

/** The few messages and formats that a quote needs, in its language. */
export class QuoteLanguage {
  messages: QuoteMessages = en;
  formats!: Formats;
  /** Settings of language, messages or time zone that cannot be used. */
  mistakes: readonly Mistake[] = [];
  readonly #source: LocaleSource;

  constructor(requestUpdate: () => void) {
    this.#source = new LocaleSource(requestUpdate);
  }

  /** False until the messages of the first language are loaded. */
  get isReady(): boolean {
    return this.#source.messages !== undefined;
  }

  /** `tag`: the language as a BCP 47 tag. */
  update(tag: string, { loaders, messages: own, timeZone }: LanguageSettings): void {
    this.#source.update(tag, loaders);
    const unusable: string[] = [];
    const unusableOwn: string[] = [];
    const language = mergeMessages(en, this.#source.messages, unusable);
    this.messages = mergeMessages(language, own, unusableOwn);
    const { lang } = this.messages;
    const { formats, isZoneUsable } = formatsFor(tag, lang, timeZone);
    this.formats = formats;
    this.mistakes = [
      ...unusableOwn.filter(isOfQuotes).map((path) => ({ mistake: 'message' as const, path })),
      ...unusable.filter(isOfQuotes).map((path) => ({ mistake: 'word' as const, path, lang })),
      ...this.#source.mistakes,
      ...(isZoneUsable ? [] : [{ mistake: 'setting' as const, name: 'timeZone' as const, value: timeZone }]),
    ];
  }
}

/** Whether quotes have this message. The section checks the others. `path`: such as `controls.comment`. */
function isOfQuotes(path: string): boolean {
  const [name = '', inner] = path.split('.');
  const message: unknown = Reflect.get(en, name);
  return inner === undefined ? message !== undefined : Object.hasOwn(Object(message) as object, inner);
}
