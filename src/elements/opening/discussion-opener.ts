import type { AdapterError, CommentsAdapter, Token } from '../../model/adapter.js';
import { isForDeveloper, isSetUpError, toAdapterError } from '../../model/adapter-error.js';
import { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { isWellKnown, offeredSortIds } from '../../model/discussion/offers.js';
import { MAX_FIRST_PAGE } from '../../model/discussion/page-size.js';
import { recall } from '../page/preferences.js';
import type { Mistake, Opening } from '../settings/misconfiguration.js';
import { isText } from '../settings/usable-settings.js';
import { NEAR } from '../page/near.js';
import { type BackendSettings, findLoader } from './backend-loader.js';
import type { DiscussionSource } from './discussion-source.js';
import { takeFirstAdapter } from './first-calls.js';

/** Time for a script to set the adapter before a missing one is reported, in milliseconds. */
const ADAPTER_TIMEOUT = 5000;

/** Reopening the discussion this often is reported: a template probably creates the adapter again for each rendering. */
const REOPENING_LIMIT = 4;

/**
 * Opens the discussion of an element when it comes close to the viewport, and closes it when it is removed. Moving the element changes
 * nothing.
 */
export class DiscussionOpener {
  readonly store = new DiscussionStore();
  /** The mistake in the page that prevents opening a discussion. */
  mistake: Mistake | undefined;
  /** Why the adapter could not be loaded. */
  error: AdapterError | undefined;
  /** Called after each change of the store, of `mistake` and of `error`. */
  onChange: () => void = () => {};
  /** Called when `update` may have something to do: the element has come close to the viewport, or has to try again. */
  onNear: () => void = () => {};
  readonly #element: HTMLElement;
  #observer: IntersectionObserver | undefined;
  #isNear = false;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  /** The inputs of the open discussion; empty while none is open. */
  #wanted: readonly unknown[] = [];
  #isClosed = false;
  /** The order that the page has set. */
  #sort: string | undefined;
  /** The token that the adapter was last given. */
  #token: Token | undefined;
  /** The settings that the adapter cannot use, in sentences. */
  readonly #notes = new Set<string>();
  /** The latest openings, in order. */
  #openings: readonly Opening[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
    this.store.subscribe(() => this.onChange());
  }

  /** Watches for the element to come close to the viewport. */
  connect(): void {
    const onIntersection: IntersectionObserverCallback = (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#arrive();
    };
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(onIntersection, { rootMargin: NEAR });
    this.#observer.observe(this.#element);
  }

  disconnect(): void {
    this.#observer?.disconnect();
    // Moving an element removes and inserts it in one task.
    queueMicrotask(() => {
      if (this.#element.isConnected) return;
      this.#isNear = false;
      this.#leave();
    });
  }

  /** Opens the discussion of the source, unless it is open or the element is not yet near the viewport. */
  update(source: DiscussionSource): void {
    if (!this.#element.isConnected || !(this.#isNear || source.isEager)) return;
    const { adapter, backend, src, token, discussion, options } = source;
    const wanted = [adapter, backend, src, discussion.key, options.pageSize, options.sort, options.debug];
    const isOpen = this.#wanted.length > 0 && wanted.every((value, index) => Object.is(value, this.#wanted[index]));
    if (isOpen && options.closed !== this.#isClosed) this.store.setClosed(options.closed);
    this.#isClosed = options.closed;
    if (isOpen && token === this.#token) return;
    this.#openings = [...this.#openings, { adapter, token, time: performance.now() }].slice(-REOPENING_LIMIT);
    const given = adapter ?? (isOpen ? this.store.adapter : undefined);
    // With `setToken`, the adapter lists the comments again. Otherwise it is created or opened again with the new token.
    const isKept = isOpen && given?.setToken;
    if (!isKept) {
      this.#leave();
      this.#wanted = wanted;
      this.#sort = options.sort;
    }
    try {
      // Without a token here, the adapter may have one of its own.
      if ((token ?? this.#token) !== undefined) given?.setToken?.(token);
    } catch (thrown) {
      this.#notes.add(toAdapterError(thrown, 'setToken()').message);
    }
    this.#token = token;
    if (!isKept) void this.#connectTo(source);
  }

  /** The mistakes to report to the developer. */
  get mistakes(): readonly Mistake[] {
    const problems = [...this.store.problems, ...this.#notes];
    const found: Mistake[] = problems.map((problem) => ({ mistake: 'problem', problem }));
    const [own] = this.#wanted as [CommentsAdapter?];
    if (this.#token && own && !own.setToken) found.push({ mistake: 'token' });
    if (this.mistake) found.push(this.mistake);
    const { adapter, state } = this.store;
    // Some adapters learn from the first responses which orders the backend offers.
    const order = this.#sort;
    if (order && adapter && state.listing.state === 'ready' && !offeredSortIds(adapter).includes(order))
      found.push({ mistake: 'order', order, adapter });
    // The page may have a reason to open several discussions, one after the other.
    if (this.#openings.length === REOPENING_LIMIT) found.push({ mistake: 'openings', openings: this.#openings });
    return found;
  }

  /** Retries what failed. */
  retry(): void {
    if (this.store.adapter) return this.store.reload();
    this.#wanted = [];
    this.onNear();
  }

  #arrive(): void {
    this.#observer?.disconnect();
    this.#isNear = true;
    this.onNear();
  }

  #leave(): void {
    clearTimeout(this.#timeout);
    this.#wanted = [];
    this.#notes.clear();
    this.mistake = this.error = undefined;
    this.store.close();
  }

  async #connectTo(source: DiscussionSource): Promise<void> {
    const { adapter, backend, src } = source;
    if (!adapter && backend === undefined && src === undefined) {
      this.#timeout = setTimeout(() => this.#setMistake({ mistake: 'no-adapter' }), ADAPTER_TIMEOUT);
      return;
    }
    const wanted = this.#wanted;
    try {
      // An adapter of the page is opened at once, not a microtask later.
      const found = adapter ?? (await this.#load(source));
      if (found && wanted === this.#wanted) this.#open(found, source);
    } catch (thrown) {
      if (wanted !== this.#wanted) return;
      const error = toAdapterError(thrown);
      if (isSetUpError(error)) return this.#setMistake({ mistake: 'problem', problem: error.message });
      if (isForDeveloper(error)) this.#notes.add(error.message);
      this.error = error;
      this.onChange();
    }
  }

  /** Loads the adapter that the source names. Undefined if there is none of this name. */
  async #load({ backend, src, token, loaders }: DiscussionSource): Promise<CommentsAdapter | undefined> {
    const { name, loader } = findLoader(loaders, backend);
    const note = (problem: string): unknown => this.#notes.add(problem);
    const settings: BackendSettings = { src, token, element: this.#element, note };
    if (loader) return takeFirstAdapter(settings, loader) ?? loader(settings);
    this.#setMistake({ mistake: 'unknown-backend', name, known: Object.keys(loaders) });
    return undefined;
  }

  #open(adapter: Partial<CommentsAdapter>, { discussion, options, position, served }: DiscussionSource): void {
    if (typeof adapter.open !== 'function' || typeof adapter.list !== 'function')
      return this.#setMistake({ mistake: 'no-method', adapter });
    // The reader's choice on another page takes precedence over the publisher's setting.
    const chosen = position?.sort ?? recall('order', isText);
    const offered = adapter as CommentsAdapter;
    // Some adapters learn the backend's own orders from its first response.
    const isExpected = chosen !== undefined && (!isWellKnown(chosen) || offeredSortIds(offered).includes(chosen));
    const sort = isExpected ? chosen : options.sort;
    const isUsable = served && (sort ?? served.sort) === served.sort && !position;
    this.store.open(offered, discussion, {
      ...options,
      chosenSort: chosen,
      // More only for a reader who had loaded them on an earlier visit. `RestOfPage` loads the rest of a page.
      firstPageSize: Math.max(Math.min(options.pageSize!, MAX_FIRST_PAGE), position?.count ?? 0),
      begin: isUsable ? served.begin : undefined,
    });
  }

  #setMistake(mistake: Mistake): void {
    this.mistake = mistake;
    this.onChange();
  }
}
