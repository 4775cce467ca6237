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
import type { Messages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import { isSetUpError, toAdapterError } from '../../model/adapter-error.js';
import { checkedAdapter } from '../../model/checked-adapter.js';
import { fragmentOf } from '../../presentation/comment-address.js';
import { nameOfControl, shownName, tombstoneText } from '../../presentation/shown-author.js';
import { tokens } from '../../styles/tokens.styles.js';
import { BackendFinder } from '../opening/backend-finder.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { BodyRenderers } from '../list/body-renderers.js';
import { bodyStyles } from '../list/body.styles.js';
import { discussionOf } from '../page/address.js';
import { LocaleController, type LocaleLoader } from '../locale/locale-controller.js';
import { readSettings, type Settings } from '../settings/settings.js';
import { quoteStyles } from './quote.styles.js';

/** How far outside the window a quote is fetched. */
const nearby = '600px';

/** Fetches the comment once the element is nearly in view. */
export class QuoteController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #locale: LocaleController;
  readonly #finder: BackendFinder;
  readonly #renderers: BodyRenderers;
  /** The comment; null where there is none, undefined while that is not known. */
  #comment: Comment | null | undefined;
  /** What was last asked for; empty while nothing is. */
  #wanted: readonly unknown[] = [];
  #isNear = false;
  #request = new AbortController();
  readonly #observer = new IntersectionObserver((entries) => this.#onMove(entries), { rootMargin: nearby });

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#finder = new BackendFinder(host);
    this.#renderers = new BodyRenderers(host);
    const { locales } = host.constructor as unknown as { readonly locales: Readonly<Record<string, LocaleLoader>> };
    this.#locale = new LocaleController(host, () => {
      const { messages, timeZone } = this.#settings;
      return { messages, timeZone, loaders: locales };
    });
    if (host.shadowRoot) adoptStyles(host.shadowRoot, [tokens, bodyStyles, quoteStyles]);
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    // A move is a removal and an insertion in one task. It changes nothing.
    queueMicrotask(() => this.#host.isConnected || this.#leave());
  }

  /** Before each rendering: asks for the comment that the element names now, if that is another. */
  hostUpdate(): void {
    this.#finder.report([...readSettings(this.#host).mistakes, ...this.#locale.mistakes]);
    const { adapter, backend, src, token, discussion, comment } = this.#settings;
    const wanted = [discussionOf(discussion).key, comment, adapter, backend, src, token];
    const isKnown = this.#wanted.length > 0 && wanted.every((value, index) => value === this.#wanted[index]);
    if (!this.#isNear || !this.#host.isConnected || isKnown) return;
    this.#leave();
    this.#wanted = wanted;
    void this.#ask(this.#settings, this.#request.signal);
  }

  /** Undefined while there is nothing to say. */
  render(): TemplateResult | undefined {
    const { messages, formats, isReady } = this.#locale;
    if (this.#comment === undefined || !isReady) return undefined;
    if (!this.#comment || !isPublished(this.#comment)) return drawGone(this.#comment, messages);
    if (!this.#renderers.areReadyFor([this.#comment.body])) return undefined;
    return drawQuote({ comment: this.#comment, messages, formats, href: this.#settings.href, owner: this.#host });
  }

  /** The properties as they can be used. */
  get #settings(): Settings {
    return readSettings(this.#host).settings;
  }

  #leave(): void {
    this.#request.abort();
    this.#request = new AbortController();
    this.#wanted = [];
    this.#comment = undefined;
  }

  async #ask(settings: Settings, signal: AbortSignal): Promise<void> {
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
      if (isSetUpError(error)) note(error.message);
      // The fallback may quote what is gone.
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
  readonly messages: Messages;
  readonly formats: Formats;
  /** Address of the page with the discussion. */
  readonly href: string | undefined;
  /** Keeps the drawn text. */
  readonly owner: object;
}

/** Whether everybody may read the comment: a quote shows nothing that waits for a moderator. */
function isPublished({ status }: Comment): boolean {
  return status === undefined || status === 'visible';
}

function drawQuote(quote: Quote): TemplateResult {
  const { comment, messages, owner } = quote;
  return html`<figure part="quote" aria-labelledby="author"
    ><blockquote>${bodyElement(comment.body, owner)}</blockquote
    ><figcaption part="caption" lang=${messages.lang} dir=${messages.dir}
      ><bdi id="author" part="author">${shownName(comment, messages)}</bdi>${time(quote)}${link(quote)}</figcaption
    ></figure
  >`;
}

/** The sentence in place of a comment that is no longer there, or not there yet. */
function drawGone(comment: Comment | null, messages: Messages): TemplateResult {
  const text = (comment && tombstoneText(comment, messages)) || messages.quoteGone;
  return html`<p part="notice" lang=${messages.lang} dir=${messages.dir}>${text}</p>`;
}

/** The whole date: an article is read long after the quote was put into it. */
function time({ comment: { createdAt }, formats }: Quote): TemplateResult | typeof nothing {
  const created = Date.parse(createdAt);
  if (!created) return nothing;
  return html`<time part="time" datetime=${new Date(created).toISOString()}>${formats.absolute(created)}</time>`;
}

function link(quote: Quote): TemplateResult | typeof nothing {
  const { comment, messages } = quote;
  const address = addressOf(quote);
  if (!address) return nothing;
  const words = messages.goToComment;
  const name = nameOfControl(words, 'comment', comment, messages);
  return html`<a part="permalink" href=${address} aria-label=${name}>${words}</a>`;
}

/** The comment on the page of its discussion, unless that address has a hash already; otherwise at the backend. */
function addressOf({ comment: { id, permalink }, href }: Quote): string | undefined {
  const page = pageUrl(href);
  if (!page) return safeUrl(permalink);
  return page.includes('#') ? page : page + fragmentOf(id);
}
