import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import en from '../../locales/en.js';
import { baseOf, languageOf } from './language-of.js';
import type { Mistake } from './misconfiguration.js';

/** Fetches the words of one language. */
export type LocaleLoader = () => Promise<Messages | { readonly default: Messages }>;

/** What an element says about its language. */
export interface LocaleSettings {
  /** The publisher's own words. */
  readonly messages: Partial<Messages> | undefined;
  /** IANA name; default the reader's. */
  readonly timeZone?: string | undefined;
  /** By BCP 47 tag in lower case. */
  readonly loaders: Readonly<Record<string, LocaleLoader>>;
}

/** The words and formats of the element's own or inherited language. English until they have come, and where there are none. */
export class LocaleController implements ReactiveController {
  messages: Messages = en;
  formats!: Formats;
  /** Set when `time-zone` is invalid. */
  mistake: Mistake | undefined;
  /** False while the words are on their way. */
  isReady = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #settings: () => LocaleSettings;
  #observer: MutationObserver | undefined;
  #tag = '';
  #loaded: Messages = en;
  /** The values that `messages` and `formats` were last made from. */
  #inputs: readonly unknown[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, settings: () => LocaleSettings) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    for (const element of [this.#host, document.documentElement])
      this.#observer.observe(element, { attributeFilter: ['lang'] });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    const { messages, timeZone, loaders } = this.#settings();
    const tag = languageOf(this.#host);
    if (tag !== this.#tag) this.#load(tag, loaders);
    const inputs = [tag, this.#loaded, messages, timeZone];
    if (inputs.every((value, index) => value === this.#inputs[index])) return;
    this.#inputs = inputs;
    this.messages = { ...this.#loaded, ...messages };
    this.#setFormats(tag, timeZone);
  }

  /** "de-CH" has German words and Swiss numbers. A language without words gets English dates, too. */
  #setFormats(tag: string, timeZone: string | undefined): void {
    const { lang } = this.messages;
    const region = baseOf(tag) === baseOf(lang) ? tag : lang;
    const formats = createFormats(region, timeZone) ?? createFormats(lang, timeZone);
    this.mistake = formats ? undefined : { mistake: 'time-zone', value: String(timeZone) };
    this.formats = formats ?? createFormats(lang) ?? new Formats(en.lang);
  }

  #load(tag: string, loaders: LocaleSettings['loaders']): void {
    this.#tag = tag;
    this.#loaded = en;
    const loader = loaders[tag.toLowerCase()] ?? loaders[baseOf(tag)];
    this.isReady = !loader;
    const settle = (loaded: Awaited<ReturnType<LocaleLoader>>): void => {
      if (tag !== this.#tag) return;
      this.#loaded = 'default' in loaded ? loaded.default : loaded;
      this.isReady = true;
      this.#host.requestUpdate();
    };
    // Comments in the wrong language are better than no comments.
    loader?.().then(settle, () => settle(en));
  }
}

/** Undefined when there is no such language or time zone. */
function createFormats(lang: string, timeZone?: string): Formats | undefined {
  try {
    return new Formats(lang, timeZone);
  } catch {
    return undefined;
  }
}
