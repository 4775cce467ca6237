import {
  adoptStyles,
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { bodyElement } from '../../content/body-element.js';
import { pageUrl, safeUrl } from '../../content/safe-url.js';
import type { Formats } from '../../i18n/formats.js';
import type { QuoteMessages } from '../../locales/parts/en-quote.js';
import type { Comment } from '../../model/adapter.js';
import { isForDeveloper, isSetUpError, toAdapterError } from '../../model/adapter-error.js';
import { checkedAdapter } from '../../model/contract/checked-adapter.js';
import { fragmentOf } from '../../presentation/comment-address.js';
import { nameOfControl, shownName, tombstoneText } from '../../presentation/shown-author.js';
import { tokens } from '../../styles/tokens.styles.js';
import { BackendFinder } from '../opening/backend-finder.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { BodyRenderers } from '../list/body-renderers.js';
import { bodyStyles } from '../list/body.styles.js';
import { discussionOf } from '../page/discussion-of.js';
import { NEAR } from '../page/near.js';
import { languageOf } from '../page/language-of.js';
import type { LocaleLoaders } from '../locale/find-locale.js';
import { observeLanguage } from '../locale/observe-language.js';
import { readSettings, type Settings } from '../settings/settings.js';
import { QuoteLanguage } from './quote-language.js';
import { quoteStyles } from './quote.styles.js';

/** Loads the comment once the element is close to the viewport, and renders it. */
export class QuoteController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #language: QuoteLanguage;
  #ignoreLanguage: (() => void) | undefined;
  readonly #finder: BackendFinder;
  readonly #renderers: BodyRenderers;
  /** The comment. Null if it does not exist, undefined until that is known. */
  #comment: Comment | null | undefined;
  /** The inputs of the last request; empty if there is none. */
  #wanted: readonly unknown[] = [];
  #isNear = false;
  #request = new AbortController();
  readonly #observer = new IntersectionObserver((entries) => this.#onMove(entries), { rootMargin: NEAR });

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#finder = new BackendFinder(host);
    this.#renderers = new BodyRenderers(host);
    this.#language = new QuoteLanguage(() => host.requestUpdate());
    if (host.shadowRoot) adoptStyles(host.shadowRoot, [tokens, bodyStyles, quoteStyles]);
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    this.#ignoreLanguage = observeLanguage(this.#host, () => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#ignoreLanguage?.();
    // Moving an element removes and inserts it in one task.
    queueMicrotask(() => this.#host.isConnected || this.#leave());
  }

  /** Before each update: requests the comment that the properties name, if it is another one. */
  hostUpdate(): void {
    const { settings, mistakes } = readSettings(this.#host);
    const { adapter, backend, src, token, discussion, comment, messages, timeZone } = settings;
    const { locales: loaders } = this.#host.constructor as unknown as { readonly locales: LocaleLoaders };
    this.#language.update(languageOf(this.#host), { loaders, messages, timeZone });
    this.#finder.report([...mistakes, ...this.#language.mistakes]);
    const wanted = [discussionOf(discussion).key, comment, adapter, backend, src, token];
    const isKnown = this.#wanted.length > 0 && wanted.every((value, index) => value === this.#wanted[index]);
    if (!this.#isNear || !this.#host.isConnected || isKnown) return;
    this.#leave();
    this.#wanted = wanted;
    void this.#load(settings, this.#request.signal);
  }

  /** Undefined until there is something to show. */
  render(): TemplateResult | undefined {
    const { messages, formats, isReady } = this.#language;
    if (this.#comment === undefined || !isReady) return undefined;
    if (!this.#comment || !isPublished(this.#comment)) return renderGone(this.#comment, messages);
    if (!this.#renderers.areReadyFor([this.#comment.body])) return undefined;
    return renderQuote({ comment: this.#comment, messages, formats, href: this.#settings.href, owner: this.#host });
  }

  /** The properties that can be used. */
  get #settings(): Settings {
    return readSettings(this.#host).settings;
  }

  #leave(): void {
    this.#request.abort();
    this.#request = new AbortController();
    this.#wanted = [];
    this.#comment = undefined;
  }

  async #load(settings: Settings, signal: AbortSignal): Promise<void> {
    const { comment, discussion } = settings;
    const note = (problem: string): void => this.#finder.report([{ mistake: 'problem', problem }]);
    try {
      if (comment === undefined) return this.#finder.report([{ mistake: 'no-comment' }]);
      const adapter = await this.#finder.find(settings);
      if (!adapter || signal.aborted) return;
      if (typeof adapter.get !== 'function') return this.#finder.report([{ mistake: 'no-get' }]);
      const checked = checkedAdapter(adapter, { note, areThorough: false });
      this.#show((await checked.get?.(discussionOf(discussion), `${comment}`, { signal })) ?? null, signal);
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toAdapterError(thrown);
      if (isForDeveloper(error) || isSetUpError(error)) note(error.message);
      // Replaces the slot, which may quote a comment that no longer exists.
      if (error.kind === 'not-found') this.#show(null, signal);
      else this.#host.dispatchEvent(new CommentsErrorEvent(error, 'get'));
    }
  }

  #show(comment: Comment | null, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#comment = comment;
    this.#host.requestUpdate();
  }

  #onMove(entries: readonly IntersectionObserverEntry[]): void {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.#isNear = true;
    this.#observer.disconnect();
    this.#host.requestUpdate();
  }
}

interface Quote {
  readonly comment: Comment;
  readonly messages: QuoteMessages;
  readonly formats: Formats;
  /** Address of the page with the discussion. */
  readonly href: string | undefined;
  /** Owns the rendered text. */
  readonly owner: object;
}

/** Whether the comment is public: a quote shows nothing that waits for a moderator. */
function isPublished({ status }: Comment): boolean {
  return status === undefined || status === 'visible';
}

function renderQuote(quote: Quote): TemplateResult {
  const { comment, messages, owner } = quote;
  return html`<figure part="quote" aria-labelledby="author"
    ><blockquote>${bodyElement(comment.body, owner)}</blockquote
    ><figcaption part="caption" lang=${messages.lang} dir=${messages.dir}
      ><bdi id="author" part="author">${shownName(comment, messages)}</bdi>${time(quote)}${link(quote)}</figcaption
    ></figure
  >`;
}

/** The sentence in place of a comment that is no longer published, or not yet. */
function renderGone(comment: Comment | null, messages: QuoteMessages): TemplateResult {
  const text = (comment && tombstoneText(comment, messages)) || messages.quoteGone;
  return html`<p part="notice" lang=${messages.lang} dir=${messages.dir}>${text}</p>`;
}

/** The full date: the article may be read long after it was written. */
function time({ comment: { createdAt }, formats }: Quote): TemplateResult | typeof nothing {
  const created = Date.parse(createdAt);
  if (!created) return nothing;
  return html`<time part="time" datetime=${new Date(created).toISOString()}>${formats.absolute(created)}</time>`;
}

function link(quote: Quote): TemplateResult | typeof nothing {
  const { comment, messages } = quote;
  const address = addressOf(quote);
  if (!address) return nothing;
  const text = messages.goToComment;
  const name = nameOfControl(text, 'comment', comment, messages);
  return html`<a part="permalink" href=${address} aria-label=${name}>${text}</a>`;
}

/** The address of the comment on the page `href`, or `href` itself if it has a hash; without it, the address at the backend. */
function addressOf({ comment: { id, permalink }, href }: Quote): string | undefined {
  const page = pageUrl(href);
  if (!page) return safeUrl(permalink);
  return page.includes('#') ? page : page + fragmentOf(id);
}
