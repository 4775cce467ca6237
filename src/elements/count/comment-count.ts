import { registeredLocales } from '../../i18n/locale-registry.js';
import type { MessageOverrides } from '../../i18n/messages.js';
import { AdapterError, type CommentsAdapter, type DiscussionRef, type Token } from '../../model/adapter.js';
import { countOf, type CountingAdapter } from '../../model/discussion/count-batch.js';
import { COUNT_WANTED } from '../events/event-options.js';
import { type CommentsCountEvent, CommentsErrorEvent, type CommentsLoadEvent } from '../events/reading-events.js';
import type { LocaleLoaders } from '../locale/find-locale.js';
import { observeLanguage } from '../locale/observe-language.js';
import { BackendFinder } from '../opening/backend-finder.js';
import type { BackendLoaders } from '../opening/backend-loader.js';
import { discussionOf } from '../page/discussion-of.js';
import { languageOf } from '../page/language-of.js';
import { countTests, isId, type Settings, usableSettings } from '../settings/usable-settings.js';
import { type CountWriter, writeEnglish } from './count-text.js';

/** On a server, which has no DOM, the class can be imported, but not used. */
const Base = globalThis.HTMLElement ?? Object;

/**
 * The number of comments in a discussion, for lists of articles and for links to the comments: "12 comments". One call answers all
 * elements on a page with the same adapter. If the discussion is on the same page, the number is that of the discussion and follows its
 * changes.
 *
 * @slot - Shown until the number is known, if it cannot be loaded, and without JavaScript.
 *
 * @csspart count - The number and its text. Inherits the style of the surrounding text.
 *
 * @fires comments-error - The number could not be loaded. The slot stays visible.
 */
// Not a LitElement: a list of articles loads 3.5 kB with it (brotli), and Lit would be another 4.8 kB.
export class CommentCount extends Base {
  /** The properties that are attributes, too. */
  static readonly observedAttributes = ['discussion', 'backend', 'src', 'format'];

  /** Loaders of the adapters that `backend` may name. Filled by the script-tag build. */
  static backends: BackendLoaders<Pick<CommentsAdapter, 'counts'>> = {};

  /**
   * Loaders of the languages that `lang` may name besides English, by BCP 47 tag in lower case, or a function that loads them. Filled by
   * the script-tag build. `registerLocale` registers messages that are already loaded.
   */
  static locales: LocaleLoaders | (() => Promise<LocaleLoaders>) = {};

  /** The adapter of the backend. Takes precedence over `backend` and `src`. Elements with the same object share its calls. */
  adapter: CommentsAdapter | undefined;

  /**
   * Key of the discussion at the backend. Default: the page's canonical address, without hash.
   *
   * @attr
   */
  discussion: string | undefined;

  /**
   * Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set.
   *
   * @attr
   */
  backend: string | undefined;

  /**
   * Base URL of the backend.
   *
   * @attr
   */
  src: string | undefined;

  /** Bearer token of the viewer, for backends that accept one. Another string or function means another viewer. */
  token: Token | undefined;

  /**
   * `text`, the default: "12 comments". `number`: "12", for a page that adds its own text or icon.
   *
   * @attr
   */
  format: 'text' | 'number' | undefined;

  /** Replaces single messages. A string may replace a function. */
  messages: MessageOverrides | undefined;

  /** The values of the properties. */
  readonly #values = new Map<string, unknown>();
  readonly #finder = new BackendFinder<'counts'>(this);
  /** Writes numbers in other languages. Undefined until its code is loaded. */
  #write: CountWriter | undefined;
  #isLoading = false;
  #count: number | undefined;
  /** The inputs of the last request; empty if there is none. */
  #wanted: readonly unknown[] = [];
  #request = new AbortController();
  #update: Promise<void> | undefined;
  #ignoreLanguage: (() => void) | undefined;

  static {
    for (const name of Object.keys(countTests))
      Object.defineProperty(this.prototype, name, {
        get(this: CommentCount): unknown {
          return this.#values.get(name);
        },
        set(this: CommentCount, value: unknown): void {
          this.#set(name, value);
        },
      });
  }

  /** @internal */
  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    this.#set(name, value);
  }

  /** @internal */
  connectedCallback(): void {
    // A property that was set before the class was defined hides the accessor.
    for (const name of Object.keys(countTests) as (keyof typeof countTests)[]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this.#set(name, value);
    }
    document.addEventListener('comments-count', this.#onSection);
    document.addEventListener('comments-load', this.#onSection);
    this.#ignoreLanguage = observeLanguage(this, () => this.requestUpdate());
    this.requestUpdate();
  }

  /** @internal */
  disconnectedCallback(): void {
    document.removeEventListener('comments-count', this.#onSection);
    document.removeEventListener('comments-load', this.#onSection);
    this.#ignoreLanguage?.();
    // Moving an element removes and inserts it in one task.
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  /** Renders the element again, in a microtask. */
  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(() => {
      this.#update = undefined;
      if (this.isConnected) this.#render();
    });
  }

  /**
   * Resolves when the element is rendered.
   *
   * @internal
   */
  get updateComplete(): Promise<boolean> {
    return Promise.resolve(this.#update).then(() => true);
  }

  #set(name: string, value: unknown): void {
    this.#values.set(name, value);
    this.requestUpdate();
  }

  #render(): void {
    const { settings, mistakes } = usableSettings(this, countTests);
    this.#find(settings);
    const text = this.#writerFor(settings)?.(this.#count, {
      tag: languageOf(this),
      own: settings.messages,
    });
    this.#finder.report(mistakes);
    const content = document.createElement(text ? 'span' : 'slot');
    if (text) {
      content.part.add('count');
      content.lang = text.lang;
      content.dir = text.dir;
      content.textContent = settings.format === 'number' ? text.number : text.text;
    }
    (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(content);
  }

  /** Undefined until the code for other languages is loaded, if it is necessary. */
  #writerFor({ messages }: Settings): CountWriter | undefined {
    const isEnglish = /^en(-US)?$/i.test(languageOf(this)) && registeredLocales.size === 0 && !messages;
    if (isEnglish && !this.#write) return writeEnglish;
    if (!this.#isLoading) void this.#loadWriter();
    return this.#write;
  }

  async #loadWriter(): Promise<void> {
    this.#isLoading = true;
    const { locales } = this.constructor as typeof CommentCount;
    this.#write = await Promise.all([
      import('./translation.js'),
      typeof locales === 'function' ? locales() : locales,
    ]).then(
      ([{ Translation }, loaders]) => new Translation(loaders, () => this.requestUpdate(), this.#finder).write,
      // A number with a text in the wrong language is better than none.
      () => writeEnglish,
    );
    this.requestUpdate();
  }

  /** Finds the number of the discussion that the settings name, if it is another one. */
  #find(settings: Settings): void {
    const { adapter, backend, src, token, discussion } = settings;
    const ref = discussionOf(discussion);
    const wanted = [ref.key, adapter, backend, src, token];
    if (this.#wanted.length > 0 && wanted.every((value, index) => value === this.#wanted[index])) return;
    this.#leave();
    this.#wanted = wanted;
    // A section that has loaded reports the number at once, or cancels the event if it does not know it.
    const asked = [...document.querySelectorAll('article-comments')].filter((section) =>
      section.dispatchEvent(new Event(COUNT_WANTED, { cancelable: true })),
    );
    if (this.#count !== undefined || asked.some((section) => keyOf(section) === ref.key)) return;
    void this.#load(ref, settings);
  }

  async #load(discussion: DiscussionRef, settings: Settings): Promise<void> {
    const { signal } = this.#request;
    try {
      const adapter = await this.#finder.find(settings);
      if (!adapter || signal.aborted) return;
      if (typeof adapter.counts !== 'function') return this.#finder.report([{ mistake: 'no-counts' }]);
      this.#count = await countOf(adapter as CountingAdapter, discussion, { signal });
      this.requestUpdate();
    } catch (thrown) {
      if (!signal.aborted) await this.#fail(thrown);
    }
  }

  async #fail(thrown: unknown): Promise<void> {
    const error = await import('./failure.js').then(
      ({ failureOf }) => failureOf(thrown, this.#finder),
      // Then, the code for failures cannot be loaded either.
      () => (thrown instanceof AdapterError ? thrown : new AdapterError('network')),
    );
    this.dispatchEvent(new CommentsErrorEvent(error, 'counts'));
  }

  #leave(): void {
    this.#request.abort();
    this.#request = new AbortController();
    this.#wanted = [];
    this.#count = undefined;
  }

  /** A section has reported its number, or has loaded. */
  readonly #onSection = ({ target, total, discussion = keyOf(target as Element) }: SectionEvent): void => {
    if (discussion !== this.#wanted[0]) return;
    // The number of the discussion is newer than the response to a pending request.
    this.#request.abort();
    if (total !== undefined) this.#count = total;
    // It may be known to the backend, if the section does not know it.
    else if (this.#count === undefined) this.#wanted = [];
    this.requestUpdate();
  };
}

type SectionEvent = Pick<CommentsLoadEvent, 'target' | 'total'> & Partial<Pick<CommentsCountEvent, 'discussion'>>;

/** The key of the discussion of a section, whose class may not be defined. */
function keyOf(section: Element): string {
  const key: unknown = 'discussion' in section ? section.discussion : section.getAttribute('discussion');
  return discussionOf(isId(key) ? (key as string) : undefined).key;
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-count': CommentCount;
  }
}
