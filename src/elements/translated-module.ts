import type { LazyMessages, MessagesOf } from '../i18n/messages.js';
import type { AdapterError } from '../model/adapter.js';
import { LazyModule } from './lazy-module.js';
import type { Section } from './section.js';

/** A part of a feature that is loaded on demand with its own messages, and created again when the language changes. */
export class TranslatedModule<Name extends LazyMessages, Module> {
  readonly #section: Section;
  readonly #name: Name;
  readonly #fetch: (messages: Promise<MessagesOf<Name>>) => Promise<Module>;
  #source: unknown;
  #current: LazyModule<Module> | undefined;

  /** `fetch` gets the promise of the messages, so that code and messages are loaded in parallel. */
  constructor(section: Section, name: Name, fetch: (messages: Promise<MessagesOf<Name>>) => Promise<Module>) {
    this.#section = section;
    this.#name = name;
    this.#fetch = fetch;
  }

  /** Undefined until it is loaded. */
  get module(): Module | undefined {
    return this.#inLanguage.module;
  }

  /** Why the last download failed. */
  get error(): AdapterError | undefined {
    return this.#inLanguage.error;
  }

  /** Resolves once the module is loaded and the section rendered with it; with undefined if the download failed. */
  readonly load = (): Promise<Module | undefined> => this.#inLanguage.load();

  /** Returns the module if it is loaded; otherwise starts loading it, unless that has failed before. */
  request(): Module | undefined {
    return this.#inLanguage.request();
  }

  get #inLanguage(): LazyModule<Module> {
    const source = this.#section.messages[this.#name] as () => Promise<{ readonly default: MessagesOf<Name> }>;
    if (!this.#current || source !== this.#source) {
      this.#source = source;
      const messages = async (): Promise<MessagesOf<Name>> => (await source()).default;
      this.#current = new LazyModule(this.#section.host, () => this.#fetch(messages()));
    }
    return this.#current;
  }
}
