import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Formats } from '../../i18n/formats.js';
import { onLocaleRegistered, registeredLocales } from '../../i18n/locale-registry.js';
import { mergeMessages } from '../../i18n/merge-messages.js';
import type { LocaleMessages, MessageOverrides, Messages } from '../../i18n/messages.js';
import en from '../../locales/en.js';
import { baseOf, fallbacksOf, languageOf } from './language-of.js';
import type { Mistake } from '../settings/misconfiguration.js';

/** Fetches the words of one language. */
export type LocaleLoader = () => Promise<LocaleMessages | { readonly default: LocaleMessages }>;

/** What an element says about its language. */
export interface LocaleSettings {
  /** The publisher's own words. */
  readonly messages?: MessageOverrides | undefined;
  /** IANA name; default the reader's. */
  readonly timeZone?: string | undefined;
  /** By BCP 47 tag in lower case. */
  readonly loaders: Readonly<Record<string, LocaleLoader>>;
}

/** The words and formats of the element's own or inherited language. English until they have come, and where there are none. */
export class LocaleController implements ReactiveController {
  messages: Messages = en;
  formats!: Formats;
  /** What the page says about language, words or time zone that cannot be used. */
  mistakes: Mistake[] = [];
  /** False while the words are on their way. */
  isReady = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #settings: () => LocaleSettings;
  #disconnect: (() => void) | undefined;
  /** Where the words come from: the language itself where it is there, otherwise its loader; undefined where there is neither. */
  #source: Messages | LocaleLoader | undefined;
  #loaded: Messages = en;
  /** Why the words could not be fetched. */
  #failure: string | undefined;
  /** The places of the words in the language that cannot be used. */
  #unusable: string[] = [];
  /** The values that `messages` and `formats` were last made from. */
  #inputs: readonly unknown[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, settings: () => LocaleSettings) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  hostConnected(): void {
    const update = (): void => this.#host.requestUpdate();
    const observer = new MutationObserver(update);
    for (const element of [this.#host, document.documentElement])
      observer.observe(element, { attributeFilter: ['lang'] });
    const unsubscribe = onLocaleRegistered(update);
    this.#disconnect = () => {
      observer.disconnect();
      unsubscribe();
    };
  }

  hostDisconnected(): void {
    this.#disconnect?.();
  }

  hostUpdate(): void {
    const { messages, timeZone, loaders } = this.#settings();
    const tag = languageOf(this.#host);
    const source = findLocale(tag, loaders);
    if (source !== this.#source) this.#load(source);
    const inputs = [tag, source, this.#loaded, messages, timeZone, this.#failure];
    if (inputs.every((value, index) => value === this.#inputs[index])) return;
    this.#inputs = inputs;
    const unusable: string[] = [];
    this.messages = mergeMessages(this.#loaded, messages, unusable);
    this.mistakes = unusable.map((path) => ({ mistake: 'message', path }));
    for (const path of this.#unusable) this.mistakes.push({ mistake: 'word', path, lang: this.#loaded.lang });
    if (!source) this.mistakes.push({ mistake: 'language', tag, loadable: Object.keys(loaders) });
    if (this.#failure)
      this.mistakes.push({
        mistake: 'problem',
        problem: `lang="${tag}" cannot be loaded. ${this.#failure}`,
      });
    this.#setFormats(tag, timeZone);
  }

  /** "de-CH" has German words and Swiss numbers. A language without words gets English dates, too. */
  #setFormats(tag: string, timeZone: string | undefined): void {
    const { lang } = this.messages;
    const region = baseOf(tag) === baseOf(lang) ? tag : lang;
    const formats = createFormats(region, timeZone) ?? createFormats(lang, timeZone);
    if (!formats) this.mistakes.push({ mistake: 'setting', name: 'timeZone', value: timeZone });
    this.formats = formats ?? createFormats(lang) ?? new Formats(en.lang);
  }

  #load(source: Messages | LocaleLoader | undefined): void {
    const hasWords = this.#source !== undefined && this.isReady;
    this.#source = source;
    this.#failure = undefined;
    this.isReady = true;
    if (typeof source !== 'function') return this.#setWords(source);
    // On the way to another language, the section stays as it is.
    if (!hasWords) {
      this.isReady = false;
      this.#setWords(en);
    }
    const settle = (words: LocaleMessages, failure?: string): void => {
      if (source !== this.#source) return;
      this.#failure = failure;
      this.#setWords(words);
      this.isReady = true;
      this.#host.requestUpdate();
    };
    // Comments in the wrong language are better than no comments.
    source()
      .then((loaded) => settle('default' in loaded ? loaded.default : loaded))
      .catch((cause: unknown) => settle(en, String(cause)));
  }

  #setWords(words: LocaleMessages | undefined): void {
    this.#unusable = [];
    this.#loaded = mergeMessages(en, words, this.#unusable);
  }
}

/** The words of a language, registered or to be loaded: those of the closest tag that has any. */
function findLocale(tag: string, loaders: LocaleSettings['loaders']): Messages | LocaleLoader | undefined {
  for (const name of fallbacksOf(tag)) {
    const found = registeredLocales.get(name) ?? (Object.hasOwn(loaders, name) ? loaders[name] : undefined);
    if (found) return found;
    if (name === en.lang) return en;
  }
  return undefined;
}

/** Undefined when there is no such language or time zone. */
function createFormats(lang: string, timeZone?: string): Formats | undefined {
  try {
    return new Formats(lang, timeZone);
  } catch {
    return undefined;
  }
}
