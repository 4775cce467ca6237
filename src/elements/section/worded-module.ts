import type { ReactiveControllerHost } from 'lit';
import type { LegalMessages, Messages } from '../../i18n/messages.js';
import { LazyModule } from './lazy-module.js';

interface Locale {
  readonly messages: Messages;
}

/** A part of an element that is fetched on demand together with words of its own. Another language makes it another part. */
export class WordedModule<Module> {
  readonly #host: ReactiveControllerHost;
  readonly #locale: Locale;
  readonly #fetch: (words: Promise<LegalMessages>) => Promise<Module>;
  #source: Messages['legal'] | undefined;
  #part: LazyModule<Module> | undefined;

  /** `fetch` gets the words while they are on their way, so that the code is fetched beside them. */
  constructor(host: ReactiveControllerHost, locale: Locale, fetch: (words: Promise<LegalMessages>) => Promise<Module>) {
    this.#host = host;
    this.#locale = locale;
    this.#fetch = fetch;
  }

  /** The part in the section's present language. */
  get part(): LazyModule<Module> {
    const { legal } = this.#locale.messages;
    if (!this.#part || legal !== this.#source) {
      this.#source = legal;
      this.#part = new LazyModule(this.#host, () => this.#fetch(legal().then((words) => words.default)));
    }
    return this.#part;
  }
}
