/** The text of a count in other languages than American English, and with messages of the publisher. Loaded when needed. */
import type { MessageOverrides } from '../../i18n/messages.js';
import { smallNumber } from '../../i18n/small-number.js';
import en from '../../locales/parts/en-count.js';
import type { LocaleLoaders } from '../locale/find-locale.js';
import { LocaleSource } from '../locale/language-source.js';
import type { BackendFinder } from '../opening/backend-finder.js';
import { formatTagOf } from '../page/language-fallbacks.js';
import type { Mistake } from '../settings/misconfiguration.js';
import type { CountWriter } from './count-text.js';

type CountMessage = MessageOverrides['commentCount'];

/** Finds and loads the messages of an element, and reports to its developer what cannot be used. */
export class Translation {
  readonly #loaders: LocaleLoaders;
  readonly #source: LocaleSource;
  readonly #finder: Pick<BackendFinder, 'report'>;

  constructor(loaders: LocaleLoaders, requestUpdate: () => void, finder: Pick<BackendFinder, 'report'>) {
    this.#loaders = loaders;
    this.#source = new LocaleSource(requestUpdate);
    this.#finder = finder;
  }

  readonly write: CountWriter = (count, { tag, own }) => {
    this.#source.update(tag, this.#loaders);
    const { messages = en } = this.#source;
    const mistakes = [...this.#source.mistakes];
    const usable = (message: CountMessage, mistake: Mistake): CountMessage => {
      if (message === undefined || /function|string/.test(typeof message)) return message;
      mistakes.push(mistake);
      return undefined;
    };
    const path = 'commentCount';
    const message =
      usable(own?.commentCount, { mistake: 'message', path }) ??
      usable(messages.commentCount, { mistake: 'word', path, lang: messages.lang }) ??
      en.commentCount;
    this.#finder.report(mistakes);
    if (count === undefined || !this.#source.messages) return undefined;
    const lang = own?.lang ?? messages.lang;
    const number = formatNumber(count, formatTagOf(tag, lang), lang);
    const text = typeof message === 'string' ? message : message(count, number);
    return { lang, dir: own?.dir ?? messages.dir ?? en.dir, number, text };
  };
}

/** Formats a number for the first of the language tags that is valid. */
function formatNumber(value: number, ...tags: readonly string[]): string {
  for (const tag of tags) {
    try {
      return smallNumber(value, tag) ?? new Intl.NumberFormat(tag).format(value);
    } catch {
      // The page has an invalid `lang`.
    }
  }
  return value.toLocaleString(en.lang);
}
