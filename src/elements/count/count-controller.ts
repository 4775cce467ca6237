import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { DiscussionRef } from '../../model/adapter.js';
import { isSetUpError, toAdapterError } from '../../model/adapter-error.js';
import { countOf, type CountingAdapter } from '../../model/discussion/count-batch.js';
import { COUNT_WANTED } from '../events/event-options.js';
import { type CommentsCountEvent, CommentsErrorEvent } from '../events/reading-events.js';
import { discussionOf } from '../page/address.js';
import { LocaleController, type LocaleLoader } from '../locale/locale-controller.js';
import { readSettings, type Settings } from '../settings/settings.js';
import { BackendFinder } from '../opening/backend-finder.js';

interface CountClass {
  readonly locales: Readonly<Record<string, LocaleLoader>>;
}

/** Gets the number of comments: from the discussion, if it is on the page and has loaded, otherwise from the backend. */
export class CountController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #locale: LocaleController;
  readonly #finder: BackendFinder;
  #count: number | undefined;
  /** The inputs of the last request; empty if there is none. */
  #wanted: readonly unknown[] = [];
  #request = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#finder = new BackendFinder(host);
    this.#locale = new LocaleController(host, () => ({
      messages: this.#settings.messages,
      loaders: this.#class.locales,
    }));
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('comments-count', this.#onCount);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('comments-count', this.#onCount);
    // Moving an element removes and inserts it in one task.
    queueMicrotask(() => this.#host.isConnected || this.#leave());
  }

  /** Before each update: requests the count of the discussion that the properties name, if it is another one. */
  hostUpdate(): void {
    this.#finder.report([...readSettings(this.#host).mistakes, ...this.#locale.mistakes]);
    const { adapter, backend, src, token, discussion } = this.#settings;
    const ref = discussionOf(discussion);
    const wanted = [ref.key, adapter, backend, src, token];
    if (
      !this.#host.isConnected ||
      (this.#wanted.length > 0 && wanted.every((value, index) => value === this.#wanted[index]))
    )
      return;
    this.#leave();
    this.#wanted = wanted;
    for (const section of document.querySelectorAll('article-comments')) section.dispatchEvent(new Event(COUNT_WANTED));
    if (this.#count === undefined) void this.#load(ref, this.#request.signal);
  }

  /** Undefined until there is something to show. */
  render(): TemplateResult | undefined {
    const { messages, formats, isReady } = this.#locale;
    if (this.#count === undefined || !isReady) return undefined;
    const number = formats.number(this.#count);
    const text = this.#settings.format === 'number' ? number : messages.commentCount(this.#count, number);
    return html`<span part="count" lang=${messages.lang} dir=${messages.dir}>${text}</span>`;
  }

  /** The properties that can be used. */
  get #settings(): Settings {
    return readSettings(this.#host).settings;
  }

  get #class(): CountClass {
    return this.#host.constructor as unknown as CountClass;
  }

  #leave(): void {
    this.#request.abort();
    this.#request = new AbortController();
    this.#wanted = [];
    this.#count = undefined;
  }

  async #load(discussion: DiscussionRef, signal: AbortSignal): Promise<void> {
    try {
      const adapter = await this.#finder.find(this.#settings);
      if (!adapter || signal.aborted) return;
      if (typeof adapter.counts !== 'function') return this.#finder.report([{ mistake: 'no-counts' }]);
      this.#count = await countOf(adapter as CountingAdapter, discussion, { signal });
      this.#host.requestUpdate();
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toAdapterError(thrown);
      if (isSetUpError(error)) this.#finder.report([{ mistake: 'problem', problem: error.message }]);
      this.#host.dispatchEvent(new CommentsErrorEvent(error, 'counts'));
    }
  }

  readonly #onCount = ({ discussion, total }: CommentsCountEvent): void => {
    if (discussion !== this.#wanted[0]) return;
    // The number of the discussion is newer than the response to a pending request.
    this.#request.abort();
    this.#count = total;
    this.#host.requestUpdate();
  };
}
