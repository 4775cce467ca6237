import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Formats } from '../../i18n/formats.js';
import type { Messages, ReadingMessages } from '../../i18n/messages.js';
import { reading as en } from '../../locales/en/reading.js';
import { baseOf, languageOf } from './language-of.js';
import type { Mistake } from './misconfiguration.js';

/** The words of reading, and the others once somebody needs them. */
export type Words = ReadingMessages & Partial<Omit<Messages, keyof ReadingMessages>>;

/** Fetches the words of one language. */
export type LocaleLoader<Spoken = Messages> = () => Promise<Spoken | { readonly default: Spoken }>;

interface Wanted {
  readonly messages: Partial<Messages> | undefined;
  readonly timeZone: string | undefined;
  readonly loaders: Readonly<Record<string, LocaleLoader>>;
}

/** The words and formats of the language that the element stands in. Until that has been fetched, and where it cannot be, English. */
export class LocaleController implements ReactiveController {
  messages: Words = en;
  formats!: Formats;
  /** The publisher's time zone, if it is none. */
  mistake: Mistake | undefined;
  /** False while the words are on their way. */
  ready = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #wanted: () => Wanted;
  #tag = '';
  #loaded: Partial<Messages> = {};
  #added: Partial<Messages> = {};
  /** What `messages` and `formats` were last made of. */
  #made: readonly unknown[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, wanted: () => Wanted) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostUpdate(): void {
    const { messages, timeZone, loaders } = this.#wanted();
    const tag = languageOf(this.#host);
    if (tag !== this.#tag) this.#load(tag, loaders);
    const made = [tag, this.#loaded, this.#added, messages, timeZone];
    if (made.every((value, index) => value === this.#made[index])) return;
    this.#made = made;
    this.messages = { ...en, ...this.#added, ...this.#loaded, ...messages };
    // "de-CH" writes its numbers its own way with the same German words; a language without words here gets English dates, too.
    const { lang } = this.messages;
    const spoken = baseOf(tag) === baseOf(lang) ? tag : lang;
    const isKnown = this.#format(spoken, timeZone) || this.#format(lang, timeZone);
    this.mistake = isKnown ? undefined : { mistake: 'time-zone', value: String(timeZone) };
    if (!isKnown) this.#format(lang);
  }

  /** False when there is no such language or time zone. */
  #format(lang: string, timeZone?: string): boolean {
    try {
      this.formats = new Formats(lang, timeZone);
      return true;
    } catch {
      // A slip in the page; the next best is tried.
      return false;
    }
  }

  /** Adds English words that were fetched later, below those of the language in use. */
  add(words: Partial<Messages>): void {
    this.#added = { ...this.#added, ...words };
  }

  #load(tag: string, loaders: Wanted['loaders']): void {
    this.#tag = tag;
    this.#loaded = {};
    const loader = loaders[tag.toLowerCase()] ?? loaders[baseOf(tag)];
    this.ready = !loader;
    const settle = (answer: Partial<Messages> | { readonly default: Messages }): void => {
      if (tag !== this.#tag) return;
      this.#loaded = 'default' in answer ? answer.default : answer;
      this.ready = true;
      this.#host.requestUpdate();
    };
    // Words in the wrong language are better than a page without comments.
    loader?.().then(settle, () => settle({}));
  }
}
