import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Formats } from '../../i18n/formats.js';
import { onLocaleRegistered, registeredLocales } from '../../i18n/locale-registry.js';
import { mergeMessages } from '../../i18n/merge-messages.js';
import type { LocaleMessages, MessageOverrides, Messages } from '../../i18n/messages.js';
import en from '../../locales/en.js';
import { baseOf, fallbacksOf, languageOf } from '../page/language-of.js';
import type { Mistake } from '../settings/misconfiguration.js';

/** Loads the messages of a language. */
export type LocaleLoader = () => Promise<LocaleMessages | { readonly default: LocaleMessages }>;

/** The settings of an element that concern its language. */
export interface LocaleSettings {
  /** The publisher's own messages. */
  readonly messages?: MessageOverrides | undefined;
  /** IANA name. Default: the reader's time zone. */
  readonly timeZone?: string | undefined;
  /** Loaders by BCP 47 tag, in lower case. */
  readonly loaders: Readonly<Record<string, LocaleLoader>>;
}

/** The messages and formats of the element's own or inherited language. English until they are loaded, or if there are none. */
export class LocaleController implements ReactiveController {
  messages: Messages = en;
  formats!: Formats;
  /** Settings of language, messages or time zone that cannot be used. */
  mistakes: Mistake[] = [];
  /** False while messages are loading, unless those of another language are shown. */
  isReady = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #settings: () => LocaleSettings;
  #disconnect: (() => void) | undefined;
  /** The messages of the language if they are registered, or their loader. Undefined if there is neither. */
  #source: Messages | LocaleLoader | undefined;
  #loaded: Messages = en;
  /** Why the messages could not be loaded. */
  #failure: string | undefined;
  /** The paths of messages of the language that cannot be used. */
  #unusable: string[] = [];
  /** The values that `messages` and `formats` depend on. */
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

  /** "de-CH" has German messages and Swiss numbers. Without messages, dates are English, too. */
  #setFormats(tag: string, timeZone: string | undefined): void {
    const { lang } = this.messages;
    const region = baseOf(tag) === baseOf(lang) ? tag : lang;
    const formats = createFormats(region, timeZone) ?? createFormats(lang, timeZone);
    if (!formats) this.mistakes.push({ mistake: 'setting', name: 'timeZone', value: timeZone });
    this.formats = formats ?? createFormats(lang) ?? new Formats(en.lang);
  }

  #load(source: Messages | LocaleLoader | undefined): void {
    const hasMessages = this.#source !== undefined && this.isReady;
    this.#source = source;
    this.#failure = undefined;
    this.isReady = true;
    if (typeof source !== 'function') return this.#setMessages(source);
    // While another language is loading, the section stays as it is.
    if (!hasMessages) {
      this.isReady = false;
      this.#setMessages(en);
    }
    const settle = (messages: LocaleMessages, failure?: string): void => {
      if (source !== this.#source) return;
      this.#failure = failure;
      this.#setMessages(messages);
      this.isReady = true;
      this.#host.requestUpdate();
    };
    // Comments in the wrong language are better than no comments.
    source()
      .then((loaded) => settle('default' in loaded ? loaded.default : loaded))
      .catch((cause: unknown) => settle(en, String(cause)));
  }

  #setMessages(messages: LocaleMessages | undefined): void {
    this.#unusable = [];
    this.#loaded = mergeMessages(en, messages, this.#unusable);
  }
}

/** The messages of a language, or their loader: those of the best matching tag that has any. */
function findLocale(tag: string, loaders: LocaleSettings['loaders']): Messages | LocaleLoader | undefined {
  const find = (name: string): Messages | LocaleLoader | undefined =>
    registeredLocales.get(name) ?? (Object.hasOwn(loaders, name) ? loaders[name] : name === en.lang ? en : undefined);
  // Nearly all pages name a language that has messages, and the first `Intl.Locale` of a page takes 24 ms on a slow phone.
  return find(tag.toLowerCase()) ?? fallbacksOf(tag).map(find).find(Boolean);
}

/** Undefined if there is no such language or time zone. */
function createFormats(lang: string, timeZone?: string): Formats | undefined {
  try {
    return new Formats(lang, timeZone);
  } catch {
    return undefined;
  }
}
