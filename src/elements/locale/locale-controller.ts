import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import { addMessages, mergeMessages } from '../../i18n/merge-messages.js';
import { isPartLoaded, loadedPart, loadPart } from '../../i18n/message-parts.js';
import type { CoreMessages, LocaleMessages, MessageOverrides, PartName } from '../../i18n/messages.js';
import en from '../../locales/en.js';
import { languageOf } from '../page/language-of.js';
import type { Mistake } from '../settings/misconfiguration.js';
import { findLocale, type LocaleLoader, type LocaleLoaders } from './find-locale.js';
import { formatsFor } from './formats-for.js';
import { observeLanguage } from './observe-language.js';

/** The settings of an element that concern its language. */
export interface LocaleSettings {
  /** The publisher's own messages. */
  readonly messages?: MessageOverrides | undefined;
  /** IANA name. Default: the reader's time zone. */
  readonly timeZone?: string | undefined;
  readonly loaders: LocaleLoaders;
}

/** The messages and formats of the element's own or inherited language. English until they are loaded, or if there are none. */
export class LocaleController implements ReactiveController {
  /** Messages of parts are added when they are loaded. Another object takes its place when other messages change. */
  messages: CoreMessages = { ...en };
  formats!: Formats;
  /** False while messages are loading, unless those of another language are shown. */
  isReady = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #settings: () => LocaleSettings;
  /** The parts that are loaded in each language. */
  readonly #parts = new Set<PartName>();
  #disconnect: (() => void) | undefined;
  /** The messages of the language if they are registered, or their loader. Undefined if there is neither. */
  #source: LocaleMessages | LocaleLoader | undefined;
  /** The publisher's own messages. */
  #own: MessageOverrides = {};
  #language: LocaleMessages = en;
  /** Settles when the messages of the language are loaded. */
  #loading: Promise<unknown> | undefined;
  /** Why the messages could not be loaded. */
  #failure: string | undefined;
  /** Whether messages are of another type, unknown, or of a part that is not loaded: the notes for the developer tell them apart. */
  #areMessagesUnusable = false;
  #mistakesInSettings: Mistake[] = [];
  /** The values that `messages` and `formats` depend on. */
  #inputs: readonly unknown[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, settings: () => LocaleSettings) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  /** Settings of language, messages or time zone that cannot be used. */
  get mistakes(): readonly Mistake[] {
    const inMessages: Mistake = { mistake: 'messages', own: this.#own, language: this.#language };
    return this.#areMessagesUnusable ? [inMessages, ...this.#mistakesInSettings] : this.#mistakesInSettings;
  }

  /**
   * Adds a part to `messages`, in this language and each later one. If it cannot be loaded in a language, it is in English.
   *
   * @throws The error of the download, if it can be loaded in neither.
   */
  async load(name: PartName): Promise<void> {
    this.#parts.add(name);
    await this.#loading;
    await loadPart(name, this.#languages);
    // The same object, because rows are rendered again for another one.
    Object.assign(this.messages, this.#mergeMessages());
  }

  hostConnected(): void {
    this.#disconnect = observeLanguage(this.#host, () => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#disconnect?.();
  }

  hostUpdate(): void {
    const { messages, timeZone, loaders } = this.#settings();
    const tag = languageOf(this.#host);
    const source = findLocale(tag, loaders, en);
    if (source !== this.#source) this.#load(source);
    const inputs = [tag, source, this.#language, messages, timeZone, this.#failure];
    if (inputs.every((value, index) => value === this.#inputs[index])) return;
    this.#inputs = inputs;
    this.#own = messages ?? {};
    this.messages = this.#mergeMessages();
    this.#mistakesInSettings = [];
    const failure = this.#failure;
    if (!source || failure)
      this.#mistakesInSettings.push({ mistake: 'language', tag, loadable: Object.keys(loaders), failure });
    this.#setFormats(tag, timeZone);
  }

  #setFormats(tag: string, timeZone: string | undefined): void {
    const { lang } = this.messages;
    const { formats, isZoneUsable } = formatsFor(tag, lang, timeZone);
    if (!isZoneUsable) this.#mistakesInSettings.push({ mistake: 'setting', name: 'timeZone', value: timeZone });
    this.formats = formats;
  }

  #load(source: LocaleMessages | LocaleLoader | undefined): void {
    const hasMessages = this.#source !== undefined && this.isReady;
    this.#source = source;
    this.#failure = undefined;
    this.isReady = true;
    const language = typeof source === 'function' ? undefined : (source ?? en);
    if (language && [...this.#parts].every((name) => isPartLoaded(name, [language, en]))) {
      this.#language = language;
      return;
    }
    // While another language is loading, the section stays as it is.
    if (!hasMessages) {
      this.isReady = false;
      this.#language = en;
    }
    let failure: string | undefined;
    this.#loading = this.#fetch(source ?? en)
      // Comments in the wrong language are better than no comments.
      .catch((cause: unknown) => {
        failure = String(cause);
        return this.#fetch(en);
      })
      .catch(() => this.#language)
      .then((messages) => {
        if (source !== this.#source) return;
        this.#failure = failure;
        this.#language = messages;
        this.isReady = true;
        this.#host.requestUpdate();
      });
  }

  /** Loads the messages of a language, with the parts that are in use. */
  async #fetch(source: LocaleMessages | LocaleLoader): Promise<LocaleMessages> {
    const loaded = typeof source === 'function' ? await source() : source;
    const language = 'default' in loaded ? loaded.default : loaded;
    await Promise.all([...this.#parts].map((name) => loadPart(name, [this.#own, language, en])));
    return language;
  }

  /** The publisher's own messages, those of the language, and English ones: the first that has a message, wins. */
  get #languages(): readonly object[] {
    return [this.#own, this.#language, en];
  }

  #mergeMessages(): CoreMessages {
    const parts = [...this.#parts].map((name) => loadedPart(name, this.#languages));
    const unusable: string[] = [];
    const language = mergeMessages(parts.reduce<CoreMessages>(addMessages, en), this.#language, unusable);
    const messages = mergeMessages(language, this.#own, unusable);
    this.#areMessagesUnusable = unusable.length > 0;
    return messages;
  }
}
