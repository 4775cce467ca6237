import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Formats } from '../i18n/formats.js';
import type { Messages, ReadingMessages, WritingMessages } from '../i18n/messages.js';
import { reading as en } from '../locales/en/reading.js';

/** The words of reading, and those of writing once somebody needs them. */
export type Words = ReadingMessages & Partial<WritingMessages>;

/** Fetches the words of one language. */
export type LocaleLoader = () => Promise<Messages | { readonly default: Messages }>;

interface Wanted {
  readonly messages: Partial<Messages> | undefined;
  readonly timeZone: string | undefined;
  readonly loaders: Readonly<Record<string, LocaleLoader>>;
}

/** The words and formats of the language that the element stands in. Until that has been fetched, and where it cannot be, English. */
export class LocaleController implements ReactiveController {
  messages: Words = en;
  formats = new Formats(en.lang);
  /** True when the publisher's time zone is one, or there is none. */
  isTimeZoneKnown = true;
  /** False while the words are on their way. */
  ready = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #wanted: () => Wanted;
  #tag = '';
  #loaded: Words = en;
  #writing: WritingMessages | undefined;
  #made:
    | {
        readonly tag: string;
        readonly loaded: Words;
        readonly writing: WritingMessages | undefined;
        readonly messages: unknown;
        readonly timeZone: string | undefined;
      }
    | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, wanted: () => Wanted) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostUpdate(): void {
    const tag = languageOf(this.#host);
    if (tag !== this.#tag) this.#load(tag);
    this.#make();
  }

  /** Adds the English words of writing, below those of the language in use. */
  addWriting(writing: WritingMessages): void {
    this.#writing = writing;
  }

  #load(tag: string): void {
    this.#tag = tag;
    this.#loaded = en;
    this.ready = true;
    const { loaders } = this.#wanted();
    const loader = loaders[tag.toLowerCase()] ?? loaders[base(tag)];
    if (!loader) return;
    this.ready = false;
    const settle = (words: Words): void => {
      if (tag !== this.#tag) return;
      this.#loaded = words;
      this.ready = true;
      this.#host.requestUpdate();
    };
    loader().then(
      (answer) => settle('default' in answer ? answer.default : answer),
      // Words in the wrong language are better than a page without comments.
      () => settle(en),
    );
  }

  #make(): void {
    const { messages, timeZone } = this.#wanted();
    const made = { tag: this.#tag, loaded: this.#loaded, writing: this.#writing, messages, timeZone };
    const before = this.#made;
    if (
      before &&
      before.tag === made.tag &&
      before.loaded === made.loaded &&
      before.writing === made.writing &&
      before.messages === messages &&
      before.timeZone === timeZone
    )
      return;
    this.#made = made;
    this.messages = { ...this.#writing, ...this.#loaded, ...messages };
    // "de-CH" writes its numbers its own way with the same German words; a language without words here gets English dates, too.
    const lang = base(this.#tag) === base(this.messages.lang) ? this.#tag : this.messages.lang;
    this.isTimeZoneKnown = true;
    try {
      this.formats = new Formats(lang, timeZone);
    } catch {
      this.isTimeZoneKnown = false;
      this.formats = new Formats(this.messages.lang);
    }
  }
}

function base(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** The element's own or inherited language, through shadow roots. */
function languageOf(element: HTMLElement): string {
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest('[lang]');
    const lang = holder?.getAttribute('lang');
    if (lang) return lang;
    const root = (holder?.parentElement ?? at).getRootNode();
    at = holder?.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return en.lang;
}
