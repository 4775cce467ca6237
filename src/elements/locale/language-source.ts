import type { LocaleMessages } from '../../i18n/messages.js';
import type { Mistake } from '../settings/misconfiguration.js';
import { findLocale, type LocaleLoader, type LocaleLoaders } from './find-locale.js';

/** Missing messages are English, and the elements have those that they need. */
const ENGLISH: LocaleMessages = { lang: 'en' };

/** The messages of a language for a count or a quote, which need few of them. Loads them if necessary. */
export class LocaleSource {
  /** Undefined until the messages of the first language are loaded. Those of another language stay until it is loaded. */
  messages: LocaleMessages | undefined;
  /** Why the language cannot be used. */
  mistakes: Mistake[] = [];
  readonly #requestUpdate: () => void;
  /** The messages of the language, or their loader. Undefined if there is neither, null before the first update. */
  #found: LocaleMessages | LocaleLoader | undefined | null = null;
  /** Why the messages could not be loaded. */
  #failure: string | undefined;

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  /** `tag`: the language as a BCP 47 tag. */
  update(tag: string, loaders: LocaleLoaders): void {
    const found = findLocale(tag, loaders, ENGLISH);
    if (found !== this.#found) this.#load(found);
    this.mistakes = [];
    const failure = this.#failure;
    if (!found || failure) this.mistakes.push({ mistake: 'language', tag, loadable: Object.keys(loaders), failure });
  }

  #load(found: LocaleMessages | LocaleLoader | undefined): void {
    this.#found = found;
    this.#failure = undefined;
    if (typeof found !== 'function') {
      this.messages = found ?? ENGLISH;
      return;
    }
    const settle = (messages: LocaleMessages, failure?: string): void => {
      if (found !== this.#found) return;
      this.messages = messages;
      this.#failure = failure;
      this.#requestUpdate();
    };
    found()
      .then((loaded) => settle('default' in loaded ? loaded.default : loaded))
      // A text in the wrong language is better than none.
      .catch((cause: unknown) => settle(ENGLISH, String(cause)));
  }
}
