import type { ReactiveControllerHost } from 'lit';
import type { LaterWords, Messages, WordsOf } from '../i18n/messages.js';
import { LazyModule } from './lazy-module.js';

interface Locale {
  readonly messages: Messages;
}

/** A part of an element that is fetched on demand together with words of its own. Another language makes it another part. */
export class WordedModule<Name extends LaterWords, Module> {
  readonly #host: ReactiveControllerHost;
  readonly #locale: Locale;
  readonly #name: Name;
  readonly #fetch: (words: Promise<WordsOf<Name>>) => Promise<Module>;
  #source: Messages[Name] | undefined;
  #part: LazyModule<Module> | undefined;

  /** `fetch` gets the words while they are on their way, so that the code is fetched beside them. */
  constructor(
    host: ReactiveControllerHost,
    locale: Locale,
    name: Name,
    fetch: (words: Promise<WordsOf<Name>>) => Promise<Module>,
  ) {
    this.#host = host;
    this.#locale = locale;
    this.#name = name;
    this.#fetch = fetch;
  }

  /** The part in the section's present language. */
  get part(): LazyModule<Module> {
    const source: Messages[Name] = this.#locale.messages[this.#name];
    if (!this.#part || source !== this.#source) {
      this.#source = source;
      this.#part = new LazyModule(this.#host, () => this.#fetch(wordsFrom(source)));
    }
    return this.#part;
  }
}

async function wordsFrom<Name extends LaterWords>(source: Messages[Name]): Promise<WordsOf<Name>> {
  const { default: words } = await source();
  return words;
}
