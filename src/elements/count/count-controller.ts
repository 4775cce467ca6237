import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { CommentsAdapter, DiscussionRef } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import { countOf, type CountingAdapter } from '../../model/count-batch.js';
import { type CommentsCountEvent, CommentsErrorEvent } from '../events.js';
import { discussionOf } from '../permalink/permalink.js';
import { type BackendLoader, findLoader } from '../section/backend-loader.js';
import { COUNT_WANTED } from '../section/count-request.js';
import { LocaleController, type LocaleLoader } from '../section/locale-controller.js';
import type { Mistake } from '../section/misconfiguration.js';
import { sharedAdapter } from './shared-adapter.js';

/** The element, as far as its controller is concerned. */
export interface CountHost extends ReactiveControllerHost, HTMLElement {
  readonly adapter: CommentsAdapter | undefined;
  readonly discussion: string | undefined;
  readonly backend: string | undefined;
  readonly src: string | undefined;
  readonly format: 'text' | 'number' | undefined;
  readonly messages: Partial<Messages> | undefined;
}

interface CountClass {
  readonly backends: Readonly<Record<string, BackendLoader>>;
  readonly locales: Readonly<Record<string, LocaleLoader>>;
}

/** Finds the number of comments: from the discussion itself where it is on the page and knows it, otherwise from the backend. */
export class CountController implements ReactiveController {
  readonly #host: CountHost;
  readonly #locale: LocaleController;
  #count: number | undefined;
  /** What was last asked for; empty while nothing is. */
  #wanted: readonly unknown[] = [];
  #request = new AbortController();

  constructor(host: CountHost) {
    this.#host = host;
    this.#locale = new LocaleController(host, () => ({ messages: host.messages, loaders: this.#class.locales }));
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('comments-count', this.#onCount);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('comments-count', this.#onCount);
    // A move is a removal and an insertion in one task. It changes nothing.
    queueMicrotask(() => this.#host.isConnected || this.#leave());
  }

  /** Before each rendering: asks for what the element names now, if that is something else. */
  hostUpdate(): void {
    const { adapter, backend, src, discussion, isConnected } = this.#host;
    const ref = discussionOf(discussion);
    const wanted = [ref.key, adapter, backend, src];
    if (!isConnected || (this.#wanted.length > 0 && wanted.every((value, index) => value === this.#wanted[index])))
      return;
    this.#leave();
    this.#wanted = wanted;
    for (const section of document.querySelectorAll('article-comments')) section.dispatchEvent(new Event(COUNT_WANTED));
    if (this.#count === undefined) void this.#ask(ref, this.#request.signal);
  }

  /** Undefined while there is nothing to say. */
  render(): TemplateResult | undefined {
    const { messages, formats, isReady } = this.#locale;
    if (this.#count === undefined || !isReady) return undefined;
    const number = formats.number(this.#count);
    const text = this.#host.format === 'number' ? number : messages.commentCount(this.#count, number);
    return html`<span part="count" lang=${messages.lang} dir=${messages.dir}>${text}</span>`;
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

  async #ask(discussion: DiscussionRef, signal: AbortSignal): Promise<void> {
    try {
      const adapter = await this.#findAdapter();
      if (!adapter || signal.aborted) return;
      if (!adapter.counts) return await this.#report({ mistake: 'no-counts' });
      this.#count = await countOf(adapter as CountingAdapter, discussion, { signal });
      this.#host.requestUpdate();
    } catch (thrown) {
      if (!signal.aborted) this.#host.dispatchEvent(new CommentsErrorEvent(toAdapterError(thrown), 'counts'));
    }
  }

  async #findAdapter(): Promise<CommentsAdapter | undefined> {
    const { adapter, backend, src } = this.#host;
    if (adapter || (backend === undefined && src === undefined)) return adapter;
    const { backends } = this.#class;
    const { name, loader } = findLoader(backends, backend);
    if (loader) return sharedAdapter(loader, { src, element: this.#host });
    await this.#report({ mistake: 'unknown-backend', name, known: Object.keys(backends) });
    return undefined;
  }

  /** Reports a mistake to the developer. The note is not shown: an inline element has no room for it. */
  async #report(mistake: Mistake): Promise<void> {
    const { tell } = await import('../section/misconfiguration.js');
    tell(this.#host, mistake);
  }

  readonly #onCount = ({ discussion, total }: CommentsCountEvent): void => {
    if (discussion !== this.#wanted[0]) return;
    // The discussion knows best. A response that is still on its way would only be older.
    this.#request.abort();
    this.#count = total;
    this.#host.requestUpdate();
  };
}
