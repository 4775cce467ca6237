import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { CommentsAdapter, DiscussionRef } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import { countOf, type CountingAdapter } from '../../model/count-batch.js';
import type { CommentCount } from './comment-count.js';
import { CountWords } from './count-words.js';
import { COUNT_WANTED } from '../section/discussion-controller.js';
import { CommentsErrorEvent, type CommentsCountEvent } from '../events.js';
import type { Mistake } from '../section/misconfiguration.js';
import { discussionOf } from '../permalink/permalink.js';
import { sharedAdapter } from './shared-adapter.js';

/** Finds out the number of comments: from the discussion itself where it is on the page and knows, else from the backend. */
export class CountController implements ReactiveController {
  readonly #host: CommentCount;
  readonly #words: CountWords;
  #count: number | undefined;
  /** What was last asked for; empty while nothing is. */
  #wanted: readonly unknown[] = [];
  #asking = new AbortController();

  constructor(host: CommentCount) {
    this.#host = host;
    this.#words = new CountWords(host);
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('comments-count', this.#onCount);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('comments-count', this.#onCount);
    // A move is a removal and an addition in one go, and changes nothing.
    queueMicrotask(() => this.#host.isConnected || this.#leave());
  }

  /** Before each rendering: asks for what the element now names, if that is not what was asked for. */
  hostUpdate(): void {
    const { adapter, backend, src, discussion, isConnected } = this.#host;
    const wanted = discussionOf(discussion);
    const names = [wanted.key, adapter, backend, src];
    if (!isConnected || (this.#wanted.length > 0 && names.every((name, index) => name === this.#wanted[index]))) return;
    this.#leave();
    this.#wanted = names;
    for (const section of document.querySelectorAll('article-comments')) section.dispatchEvent(new Event(COUNT_WANTED));
    if (this.#count === undefined) void this.#ask(wanted, this.#asking.signal);
  }

  /** Undefined while there is nothing to be said. */
  render(): TemplateResult | undefined {
    const { messages, isReady } = this.#words;
    if (this.#count === undefined || !isReady) return undefined;
    return html`<span part="count" lang=${messages.lang} dir=${messages.dir}>${this.#words.say(this.#count)}</span>`;
  }

  #leave(): void {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#wanted = [];
    this.#count = undefined;
  }

  async #ask(discussion: DiscussionRef, signal: AbortSignal): Promise<void> {
    try {
      const adapter = await this.#findAdapter();
      if (!adapter || signal.aborted) return;
      if (!adapter.counts) return await this.#tell({ mistake: 'no-counts' });
      this.#count = await countOf(adapter as CountingAdapter, discussion, { signal });
      this.#host.requestUpdate();
    } catch (thrown) {
      if (!signal.aborted) this.#host.dispatchEvent(new CommentsErrorEvent(toAdapterError(thrown), 'counts'));
    }
  }

  async #findAdapter(): Promise<CommentsAdapter | undefined> {
    const { adapter, backend, src } = this.#host;
    if (adapter || (backend === undefined && src === undefined)) return adapter;
    const { backends } = this.#host.constructor as typeof CommentCount;
    const name = backend ?? 'http';
    const loader = Object.hasOwn(backends, name) ? backends[name] : undefined;
    if (loader) return sharedAdapter(loader, { src, element: this.#host });
    await this.#tell({ mistake: 'unknown-backend', name, known: Object.keys(backends) });
    return undefined;
  }

  /** Tells the developer; an inline element has no room for the note that readers of a page in development would see. */
  async #tell(mistake: Mistake): Promise<void> {
    const { tell } = await import('../section/misconfiguration.js');
    tell(this.#host, mistake);
  }

  readonly #onCount = ({ discussion, total }: CommentsCountEvent): void => {
    if (discussion !== this.#wanted[0]) return;
    // The discussion knows best; an answer still on its way would only be older.
    this.#asking.abort();
    this.#count = total;
    this.#host.requestUpdate();
  };
}
