import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError, CommentsAdapter, DiscussionRef, Sort } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import type { Progress } from '../../model/discussion/discussion-state.js';
import { type DiscussionOptions, DiscussionStore } from '../../model/discussion/discussion-store.js';
import { CommentsCountEvent, CommentsErrorEvent, CommentsLoadEvent } from '../events.js';
import type { Mistake } from './misconfiguration.js';
import { recall } from './preferences.js';

/** Makes the adapter that a name in an attribute stands for. `src` is its base URL; `element` may hold its data. */
export type BackendLoader = (from: { readonly src: string | undefined; readonly element: HTMLElement }) => Promise<CommentsAdapter>;

/** What the element says of where its comments come from. */
export interface Source {
  readonly adapter: CommentsAdapter | undefined;
  readonly backend: string | undefined;
  readonly src: string | undefined;
  readonly discussion: DiscussionRef;
  readonly loaders: Readonly<Record<string, BackendLoader>>;
  readonly isEager: boolean;
  readonly options: DiscussionOptions;
}

/** Sent to a comments section by a `<comment-count>` that has just come: the answer is a `CommentsCountEvent`, where the number is known. */
export const COUNT_WANTED = 'comments-count-wanted';

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
  /** Why there is no adapter: the page is wrong. */
  mistake: Mistake | undefined;
  /** Why there is no adapter: it could not be fetched. */
  error: AdapterError | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => Source;
  #observer: IntersectionObserver | undefined;
  #isNear = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** What was last asked for; empty while nothing is. */
  #wanted: readonly unknown[] = [];
  /** How opening, listing and paging stood when events were last told. */
  #told: readonly Progress[] = [];
  /** The number of comments that was last told. */
  #total: number | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, source: () => Source) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
    host.addEventListener(COUNT_WANTED, () => {
      this.#total = undefined;
      this.#tell();
    });
    this.store.subscribe(() => {
      host.requestUpdate();
      this.#tell();
    });
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#arrive(), {
      rootMargin: NEAR,
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#isNear = false;
      this.#leave();
    });
  }

  /** Before each rendering: opens what the element now names, if that is not what is open. */
  hostUpdate(): void {
    const source = this.#source();
    if (!this.#host.isConnected || !(this.#isNear || source.isEager)) return;
    const { adapter, backend, src, discussion, options } = source;
    const wanted = [adapter, backend, src, discussion.key, options.pageSize, options.sort];
    if (this.#wanted.length > 0 && wanted.every((value, index) => value === this.#wanted[index])) return;
    this.#leave();
    this.#wanted = wanted;
    void this.#connect(source);
  }

  /** Tries again what failed on the way to the discussion. */
  retry(): void {
    if (this.store.adapter) return this.store.reload();
    this.#wanted = [];
    this.#host.requestUpdate();
  }

  #arrive(): void {
    this.#observer?.disconnect();
    this.#isNear = true;
    this.#host.requestUpdate();
  }

  #leave(): void {
    clearTimeout(this.#patience);
    this.#wanted = [];
    this.mistake = this.error = undefined;
    this.store.close();
  }

  async #connect({ adapter, backend, src, discussion, loaders, options }: Source): Promise<void> {
    const wanted = this.#wanted;
    if (!adapter && backend === undefined && src === undefined) {
      this.#patience = setTimeout(() => this.#mistaken({ mistake: 'no-adapter' }), PATIENCE);
      return;
    }
    const name = backend ?? 'http';
    const loader = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
    try {
      // An adapter that is there already is opened at once, not a moment later.
      const found: Partial<CommentsAdapter> | undefined = adapter ?? (await loader?.({ src, element: this.#host }));
      if (wanted !== this.#wanted) return;
      if (found?.open && found.list) {
        // What this reader chose elsewhere goes before what the publisher suggests.
        const chosen = recall<Sort>('order');
        const sort = chosen && found.features?.sorts?.includes(chosen) ? chosen : options.sort;
        return this.store.open(found as CommentsAdapter, discussion, { ...options, sort });
      }
      this.#mistaken(found ? { mistake: 'no-method', adapter: found } : { mistake: 'unknown-backend', name, known: Object.keys(loaders) });
    } catch (thrown) {
      if (wanted !== this.#wanted) return;
      const error = toAdapterError(thrown);
      if (error.kind === 'invalid') return this.#mistaken({ mistake: 'adapter-setup', message: error.message });
      this.error = error;
      this.#host.dispatchEvent(new CommentsErrorEvent(error, 'setup'));
      this.#host.requestUpdate();
    }
  }

  #mistaken(mistake: Mistake): void {
    this.mistake = mistake;
    this.#host.requestUpdate();
  }

  /** Turns steps of the store into events: each fact is told once, after it is one. */
  #tell(): void {
    const { discussion, opening, listing, more, comments, posted, total } = this.store.state;
    const before = this.#told;
    this.#told = [opening, listing, more];
    for (const step of this.#told) {
      if (step.state === 'failed' && !before.includes(step))
        this.#host.dispatchEvent(new CommentsErrorEvent(step.error, step === opening ? 'open' : 'list'));
    }
    if (discussion && total !== undefined && total !== this.#total) this.#host.dispatchEvent(new CommentsCountEvent(discussion.key, total));
    this.#total = total;
    const isLoaded = ([first, second]: readonly Progress[]): boolean => first?.state === 'ready' && second?.state === 'ready';
    if (!isLoaded(this.#told) || isLoaded(before)) return;
    void this.#host.updateComplete.then(() => this.#host.dispatchEvent(new CommentsLoadEvent(comments.length + posted.length, total)));
  }
}
