import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError, CommentsAdapter, DiscussionRef } from '../model/adapter.js';
import { toAdapterError } from '../model/adapter-error.js';
import type { Progress } from '../model/discussion-state.js';
import { type DiscussionOptions, DiscussionStore } from '../model/discussion-store.js';
import { CommentsErrorEvent, CommentsLoadEvent } from './events.js';
import type { Mistake } from './misconfiguration.js';

/** Makes the adapter that a name in an attribute stands for. `src` is its base URL; `element` may hold its data. */
export type BackendLoader = (from: { readonly src: string | undefined; readonly element: HTMLElement }) => Promise<CommentsAdapter>;

/** What the element says of where its comments come from. */
export interface Source {
  readonly adapter: CommentsAdapter | undefined;
  readonly backend: string | undefined;
  readonly src: string | undefined;
  readonly discussion: DiscussionRef;
  readonly loaders: Readonly<Record<string, BackendLoader>>;
  readonly eager: boolean;
  readonly options: DiscussionOptions;
}

/** How far the way to an adapter has come. `mistaken`: the page is wrong, not the network. */
export type Setup =
  | { readonly state: 'waiting' | 'loading' | 'ready' }
  | { readonly state: 'mistaken'; readonly mistake: Mistake }
  | { readonly state: 'failed'; readonly error: AdapterError };

/** Loading begins when the element is this near to the viewport. */
const NEAR = '600px';

/** How long a script may take to set the adapter before that counts as forgotten, in milliseconds. */
const PATIENCE = 5000;

/**
 * Ties a discussion to the life of its element: begins when the element comes near, ends when it is removed, and goes on
 * undisturbed when it is only moved, which the browser tells as a removal and an addition in one go.
 */
export class DiscussionController implements ReactiveController {
  readonly store = new DiscussionStore();
  setup: Setup = { state: 'waiting' };
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => Source;
  #observer: IntersectionObserver | undefined;
  #near = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** What is open now; undefined while nothing is. */
  #opened: string | undefined;
  #openedAdapter: CommentsAdapter | undefined;
  /** How opening, listing and paging stood when events were last told. */
  #told: Progress[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, source: () => Source) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
    this.store.subscribe(() => {
      host.requestUpdate();
      this.#tell();
    });
  }

  hostConnected(): void {
    if (this.#near) return;
    if (this.#source().eager || !('IntersectionObserver' in window)) return this.#arrive();
    this.#observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#arrive(), {
      rootMargin: NEAR,
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    clearTimeout(this.#patience);
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#near = false;
      this.#opened = undefined;
      this.#openedAdapter = undefined;
      this.store.close();
    });
  }

  /** Before each rendering: opens what the element now names, if that is not what is open. */
  hostUpdate(): void {
    const source = this.#source();
    if (source.eager && !this.#near && this.#host.isConnected) this.#arrive();
    if (!this.#near) return;
    const { adapter, backend, src, discussion, options } = source;
    const wanted = JSON.stringify([backend, src, discussion.key, options.pageSize, options.sort]);
    if (wanted === this.#opened && adapter === this.#openedAdapter) return;
    this.#opened = wanted;
    this.#openedAdapter = adapter;
    this.#connect(source);
  }

  /** Tries again what failed on the way to the discussion. */
  retry(): void {
    if (this.setup.state === 'ready') return this.store.reload();
    this.#opened = undefined;
    this.#host.requestUpdate();
  }

  #arrive(): void {
    this.#observer?.disconnect();
    this.#near = true;
    this.#host.requestUpdate();
  }

  #connect({ adapter, backend, src, discussion, loaders, options }: Source): void {
    clearTimeout(this.#patience);
    const attempt = this.#opened;
    const open = (found: CommentsAdapter): void => {
      const lacks = (['open', 'list'] as const).filter((method) => typeof found?.[method] !== 'function');
      if (lacks.length > 0) return this.#mistaken({ mistake: 'no-method', methods: lacks });
      this.setup = { state: 'ready' };
      this.store.open(found, discussion, options);
    };
    if (adapter) return open(adapter);
    this.store.close();
    if (backend === undefined && src === undefined) {
      this.setup = { state: 'waiting' };
      this.#patience = setTimeout(() => {
        this.#mistaken({ mistake: 'no-adapter' });
      }, PATIENCE);
      return;
    }
    const name = backend ?? 'http';
    const loader = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
    if (!loader) return this.#mistaken({ mistake: 'unknown-backend', name, known: Object.keys(loaders) });
    this.setup = { state: 'loading' };
    loader({ src, element: this.#host }).then(
      (found) => {
        if (attempt === this.#opened) open(found);
        this.#host.requestUpdate();
      },
      (thrown: unknown) => {
        if (attempt !== this.#opened) return;
        const error = toAdapterError(thrown);
        if (error.kind === 'invalid') return this.#mistaken({ mistake: 'adapter-setup', message: error.message });
        this.setup = { state: 'failed', error };
        this.#host.dispatchEvent(new CommentsErrorEvent(error, 'setup'));
        this.#host.requestUpdate();
      },
    );
  }

  #mistaken(mistake: Mistake): void {
    this.setup = { state: 'mistaken', mistake };
    this.#host.requestUpdate();
  }

  /** Turns steps of the store into events: each fact is told once, after it is one. */
  #tell(): void {
    const { opening, listing, more, comments, posted, total } = this.store.state;
    const before = this.#told;
    this.#told = [opening, listing, more];
    this.#told.forEach((progress, index) => {
      if (progress.state !== 'failed' || progress === before[index]) return;
      this.#host.dispatchEvent(new CommentsErrorEvent(progress.error, index === 0 ? 'open' : 'list'));
    });
    const isLoaded = opening.state === 'ready' && listing.state === 'ready';
    if (!isLoaded || (before[0]?.state === 'ready' && before[1]?.state === 'ready')) return;
    void this.#host.updateComplete.then(() => this.#host.dispatchEvent(new CommentsLoadEvent(comments.length + posted.length, total)));
  }
}
