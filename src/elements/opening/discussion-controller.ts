import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError, CommentsAdapter, DiscussionRef, Token } from '../../model/adapter.js';
import { isSetUpError, toAdapterError } from '../../model/adapter-error.js';
import type { Progress } from '../../model/state/discussion-state.js';
import { type DiscussionOptions, DiscussionStore } from '../../model/discussion/discussion-store.js';
import { isWellKnown, offeredSortIds } from '../../model/discussion/offers.js';
import { COUNT_WANTED } from '../events/event-options.js';
import { CommentsCountEvent, CommentsErrorEvent, CommentsLoadEvent } from '../events/reading-events.js';
import type { ServedDiscussion } from '../../model/served-discussion.js';
import type { SavedPosition } from '../page/saved-position.js';
import { type BackendLoader, findLoader } from './backend-loader.js';
import type { Mistake, Opening } from '../settings/misconfiguration.js';
import { recall } from '../page/preferences.js';

/** Which discussion the element shows, and where it comes from. */
export interface DiscussionSource {
  readonly adapter: CommentsAdapter | undefined;
  readonly backend: string | undefined;
  readonly src: string | undefined;
  /** The reader's token. */
  readonly token: Token | undefined;
  readonly discussion: DiscussionRef;
  readonly loaders: Readonly<Record<string, BackendLoader>>;
  readonly isEager: boolean;
  /** Where the reader was before, if they return to the page. */
  readonly position: SavedPosition | undefined;
  /** What a server has rendered. */
  readonly served: ServedDiscussion | undefined;
  readonly options: DiscussionOptions;
}

/** Loading starts when the element is this close to the viewport. */
const NEAR = '600px';

/** Time for a script to set the adapter before a missing one is reported, in milliseconds. */
const ADAPTER_TIMEOUT = 5000;

/** Reopening the discussion this often is reported: a template probably creates the adapter again for each rendering. */
const REOPENING_LIMIT = 4;

/**
 * Opens the discussion when the element comes close to the viewport, and closes it when the element is removed. Moving the element
 * changes nothing. Dispatches events for changes of the store.
 */
export class DiscussionController implements ReactiveController {
  readonly store = new DiscussionStore();
  /** The mistake in the page that prevents opening a discussion. */
  mistake: Mistake | undefined;
  /** Why the adapter could not be loaded. */
  error: AdapterError | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => DiscussionSource;
  #observer: IntersectionObserver | undefined;
  #isNear = false;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  /** The inputs of the open discussion; empty while none is open. */
  #wanted: readonly unknown[] = [];
  /** The token that the adapter was last given. */
  #token: Token | undefined;
  /** The settings that the adapter cannot use, in sentences. */
  readonly #notes = new Set<string>();
  /** The latest openings, in order. */
  #openings: readonly Opening[] = [];
  /** The progress of opening, listing, reopening, relisting and paging when events were last dispatched. */
  #reported: readonly Progress[] = [];
  #reportedTotal: number | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, source: () => DiscussionSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
    host.addEventListener(COUNT_WANTED, () => {
      this.#reportedTotal = undefined;
      this.#dispatchEvents();
    });
    this.store.subscribe(() => {
      host.requestUpdate();
      this.#dispatchEvents();
    });
  }

  hostConnected(): void {
    const onIntersection: IntersectionObserverCallback = (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#arrive();
    };
    this.#observer = new IntersectionObserver(onIntersection, { rootMargin: NEAR });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    // Moving an element removes and inserts it in one task.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#isNear = false;
      this.#leave();
    });
  }

  /** Before each update: opens the discussion that the properties name, if it is another one. */
  hostUpdate(): void {
    const source = this.#source();
    if (!this.#host.isConnected || !(this.#isNear || source.isEager)) return;
    const { adapter, backend, src, token, discussion, options } = source;
    const wanted = [adapter, backend, src, discussion.key, options.pageSize, options.sort, options.debug];
    const isOpen = this.#wanted.length > 0 && wanted.every((value, index) => Object.is(value, this.#wanted[index]));
    if (isOpen && token === this.#token) return;
    this.#openings = [...this.#openings, { adapter, token, time: performance.now() }].slice(-REOPENING_LIMIT);
    const given = adapter ?? (isOpen ? this.store.adapter : undefined);
    // Without a token here, the adapter may have one of its own.
    if ((token ?? this.#token) !== undefined) given?.setToken?.(token);
    this.#token = token;
    // With `setToken`, the adapter lists the comments again. Otherwise it is created or opened again with the new token.
    if (isOpen && given?.setToken) return;
    this.#leave();
    this.#wanted = wanted;
    void this.#connect(source);
  }

  /** The mistakes to report to the developer. */
  get mistakes(): readonly Mistake[] {
    const problems = [...this.store.problems, ...this.#notes];
    const found: Mistake[] = problems.map((problem) => ({ mistake: 'problem', problem }));
    const [own] = this.#wanted as [CommentsAdapter?];
    if (this.#token && own && !own.setToken) found.push({ mistake: 'token' });
    if (this.mistake) found.push(this.mistake);
    // The page may have a reason to open several discussions, one after the other.
    if (this.#openings.length === REOPENING_LIMIT) found.push({ mistake: 'openings', openings: this.#openings });
    return found;
  }

  /** Retries what failed. */
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
    clearTimeout(this.#timeout);
    this.#wanted = [];
    this.#notes.clear();
    this.mistake = this.error = undefined;
    this.store.close();
  }

  async #connect(source: DiscussionSource): Promise<void> {
    const { adapter, backend, src } = source;
    if (!adapter && backend === undefined && src === undefined) {
      this.#timeout = setTimeout(() => this.#setMistake({ mistake: 'no-adapter' }), ADAPTER_TIMEOUT);
      return;
    }
    // An adapter of the page is opened at once, not a microtask later.
    if (adapter) this.#open(adapter, source);
    else await this.#load(source);
  }

  async #load(source: DiscussionSource): Promise<void> {
    const { backend, src, token, loaders } = source;
    const wanted = this.#wanted;
    const { name, loader } = findLoader(loaders, backend);
    if (!loader) return this.#setMistake({ mistake: 'unknown-backend', name, known: Object.keys(loaders) });
    try {
      const note = (problem: string): unknown => this.#notes.add(problem);
      const adapter = await loader({ src, token, element: this.#host, note });
      if (wanted === this.#wanted) this.#open(adapter, source);
    } catch (thrown) {
      if (wanted === this.#wanted) this.#failToLoad(toAdapterError(thrown));
    }
  }

  #open(adapter: Partial<CommentsAdapter>, { discussion, options, position, served }: DiscussionSource): void {
    if (typeof adapter.open !== 'function' || typeof adapter.list !== 'function')
      return this.#setMistake({ mistake: 'no-method', adapter });
    // The reader's choice on another page takes precedence over the publisher's setting.
    const chosen = position?.sort ?? recall<string>('order');
    const offered = adapter as CommentsAdapter;
    // Some adapters learn the backend's own orders from its first response.
    const isExpected = chosen !== undefined && (!isWellKnown(chosen) || offeredSortIds(offered).includes(chosen));
    const sort = isExpected ? chosen : options.sort;
    const isUsable = served && (sort ?? served.sort) === served.sort && !position;
    this.store.open(offered, discussion, {
      ...options,
      chosenSort: chosen,
      firstPageSize: position?.count,
      served: isUsable ? served : undefined,
    });
  }

  #failToLoad(error: AdapterError): void {
    if (isSetUpError(error)) return this.#setMistake({ mistake: 'problem', problem: error.message });
    this.error = error;
    this.#host.dispatchEvent(new CommentsErrorEvent(error, 'setup'));
    this.#host.requestUpdate();
  }

  #setMistake(mistake: Mistake): void {
    this.mistake = mistake;
    this.#host.requestUpdate();
  }

  /** Dispatches the events for changes of the store, once each. */
  #dispatchEvents(): void {
    const { discussion, opening, listing, reopening, relisting, more, comments, posted, total } = this.store.state;
    const before = this.#reported;
    this.#reported = [opening, listing, reopening, relisting, more];
    for (const progress of this.#reported) {
      if (progress.state === 'failed' && !before.includes(progress)) {
        const action = progress === opening || progress === reopening ? 'open' : 'list';
        this.#host.dispatchEvent(new CommentsErrorEvent(progress.error, action));
      }
    }
    if (discussion && total !== undefined && total !== this.#reportedTotal) {
      this.#host.dispatchEvent(new CommentsCountEvent(discussion.key, total));
    }
    this.#reportedTotal = total;
    if (!isLoaded(this.#reported) || isLoaded(before)) return;
    const shown = comments.length + posted.length;
    void this.#host.updateComplete.then(() => this.#host.dispatchEvent(new CommentsLoadEvent(shown, total)));
  }
}

function isLoaded([opening, listing]: readonly Progress[]): boolean {
  return opening?.state === 'ready' && listing?.state === 'ready';
}
