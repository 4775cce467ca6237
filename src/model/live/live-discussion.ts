import type { Change, DiscussionRef } from '../adapter.js';
import type { DiscussionSession } from '../discussion/discussion-session.js';
import type { DiscussionStore } from '../discussion/discussion-store.js';
import { changeArrived } from '../transitions/live.js';
import { Poller, type PollerOptions } from './poller.js';

export type LiveOptions = Partial<PollerOptions>;

/** Changes are collected for so long, in milliseconds: a hundred events a second must not disturb a person who types. */
const BURST = 250;

const DEFAULT_POLL_EVERY = 60;

const NO_DISCUSSION: DiscussionRef = { key: '', url: '' };

const defaults: PollerOptions = {
  isHidden: () => globalThis.document?.visibilityState === 'hidden',
  onVisibility: (listener) => {
    globalThis.document?.addEventListener('visibilitychange', listener);
    return () => globalThis.document?.removeEventListener('visibilitychange', listener);
  },
  random: Math.random,
};

/**
 * Follows what happens at the backend for as long as a discussion is open in the store: by the adapter's `subscribe`, or
 * else by looking again from time to time. New comments wait in `state.waiting`; all else is shown where it stands.
 */
export class LiveDiscussion {
  readonly #store: DiscussionStore;
  readonly #options: PollerOptions;
  #unsubscribe: (() => void) | undefined;
  #port: DiscussionSession | undefined;
  /** How the adapter of the port lets itself be followed. */
  #way = '';
  /** Aborted when the discussion is left, or nobody wants to follow it any more. */
  #visit = new AbortController();
  #poller: Poller | undefined;
  #burst: Change[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: DiscussionStore, options: LiveOptions = {}) {
    this.#store = store;
    this.#options = { ...defaults, ...options };
  }

  start(): void {
    this.#unsubscribe ??= this.#store.subscribe(() => this.#follow());
    this.#follow();
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#leave();
  }

  #follow(): void {
    const port = this.#store.session();
    const way = `${Boolean(port?.adapter.subscribe)} ${port?.adapter.features?.pollEvery}`;
    // An adapter may learn with the backend's first answer how it can be followed.
    if (port?.signal !== this.#port?.signal || way !== this.#way) {
      this.#way = way;
      this.#leave();
      if (port) this.#enter(port);
    }
    this.#poller?.noteListing();
  }

  #leave(): void {
    this.#visit.abort();
    clearTimeout(this.#timer);
    this.#timer = this.#port = this.#poller = undefined;
    this.#burst = [];
  }

  #enter(port: DiscussionSession): void {
    this.#port = port;
    this.#visit = new AbortController();
    const { signal } = this.#visit;
    const pollEvery = (port.adapter.features?.pollEvery ?? DEFAULT_POLL_EVERY) * 1000;
    const isTold = this.#subscribe(port, signal);
    this.#poller = new Poller(port, signal, { ...this.#options, every: isTold || !(pollEvery > 0) ? Infinity : pollEvery });
    // Nobody told of what happened between the list and this moment.
    if (isTold && port.state.listing.state === 'ready') this.#poller.lookIn(DEFAULT_POLL_EVERY * 1000);
  }

  /** Answers whether the backend tells of changes from now on. */
  #subscribe({ adapter, state }: DiscussionSession, signal: AbortSignal): boolean {
    try {
      adapter.subscribe?.(state.discussion ?? NO_DISCUSSION, (change) => signal.aborted || this.#collect(change), { signal });
      return adapter.subscribe !== undefined;
    } catch {
      // It cannot be told here; it can still be asked.
      return false;
    }
  }

  #collect(change: Change): void {
    this.#burst.push(change);
    this.#timer ??= setTimeout(() => this.#apply(), BURST);
  }

  #apply(): void {
    const [burst, port] = [this.#burst, this.#port];
    this.#burst = [];
    this.#timer = undefined;
    if (!port) return;
    const state = burst.reduce((before, change) => changeArrived(before, change, Date.now()), port.state);
    if (state !== port.state) port.set(state);
    // What is told before the discussion itself is known cannot be merged into it.
    if (burst.some(({ type }) => type === 'stale' || (type === 'discussion' && !port.state.info))) this.#poller?.lookSoon();
  }
}
