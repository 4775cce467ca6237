import type { ReactiveController } from 'lit';
import type { CountMessages } from '../../i18n/messages.js';
import { count as en } from '../../locales/en/count.js';
import type { CommentCount } from './comment-count.js';
import { baseOf, languageOf } from '../section/language-of.js';
import type { LocaleLoader } from '../section/locale-controller.js';

/** The words for a number of comments, in the language that the element stands in. Where they cannot be fetched, English. */
export class CountWords implements ReactiveController {
  /** False while the words are on their way. */
  isReady = true;
  readonly #host: CommentCount;
  #observer: MutationObserver | undefined;
  #tag = 'en';
  #loaded = en;

  constructor(host: CommentCount) {
    this.#host = host;
    host.addController(this);
  }

  get messages(): CountMessages {
    return { ...this.#loaded, ...this.#host.messages };
  }

  hostConnected(): void {
    const observed = { attributeFilter: ['lang'] };
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    this.#observer.observe(this.#host, observed);
    this.#observer.observe(document.documentElement, observed);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    const tag = languageOf(this.#host);
    if (tag === this.#tag) return;
    const { locales } = this.#host.constructor as typeof CommentCount;
    const loader = locales[tag.toLowerCase()] ?? locales[baseOf(tag)];
    this.#tag = tag;
    this.#loaded = en;
    this.isReady = !loader;
    const settle = (answer: Awaited<ReturnType<LocaleLoader<CountMessages>>>): void => {
      if (tag !== this.#tag) return;
      this.#loaded = 'default' in answer ? answer.default : answer;
      this.isReady = true;
      this.#host.requestUpdate();
    };
    // Words in the wrong language are better than no number.
    loader?.().then(settle, () => settle(en));
  }

  /** "12 comments", or "12" where the page wants no more. */
  say(count: number): string {
    const { lang, commentCount } = this.messages;
    // "de-CH" writes its numbers its own way with the same German words; a language without words here gets English numbers, too.
    const formatted = format(count, baseOf(this.#tag) === baseOf(lang) ? this.#tag : lang);
    return this.#host.format === 'number' ? formatted : commentCount(count, formatted);
  }
}

function format(count: number, lang: string): string {
  try {
    return new Intl.NumberFormat(lang).format(count);
  } catch {
    // The page's tag is none, "en-" for one; its words are there all the same.
    return String(count);
  }
}
