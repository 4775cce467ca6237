import type { AdapterError, Call } from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import { requestShownComments } from '../discussion/shown-comments.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { DiscussionState } from '../state/discussion-state.js';
import { infoUpdated } from '../transitions/live.js';
import { isAsBefore, pagePolled } from '../transitions/polling.js';

export interface PollerOptions {
  /** True while the page is hidden. */
  readonly isHidden: () => boolean;
  /** Calls `listener` when that changes. Returns a function that unsubscribes it. */
  readonly onVisibility: (listener: () => void) => () => void;
  /** A number from 0 to 1. It spreads out readers, who would otherwise all poll at the same time. */
  readonly random: () => number;
}

/** All in milliseconds. */
const MINUTE = 60_000;
const MAX_BACKOFF = 10 * MINUTE;
const JITTER = 2_000;
const MAX_TIMER_DELAY = 2 ** 31 - 1;

/**
 * Polls one discussion: requests its state and its list again. It makes one poll at a time, and none while the page is hidden. After
 * failures, which readers do not see, it backs off exponentially.
 */
export class Poller {
  readonly #session: DiscussionSession;
  readonly #signal: AbortSignal;
  readonly #options: PollerOptions;
  /** In milliseconds. */
  readonly #interval: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next poll is due, and the earliest time the backend allows. In milliseconds since the epoch. */
  #dueAt = Infinity;
  #notBefore = 0;
  #failures = 0;
  #isPolling = false;
  #listing: DiscussionState['listing'] | undefined;
  #listedAt = 0;

  /**
   * Polls every `interval` milliseconds until `signal` is aborted. With an infinite interval, polls only on request.
   */
  constructor(
    session: DiscussionSession,
    signal: AbortSignal,
    { interval, ...options }: PollerOptions & { readonly interval: number },
  ) {
    this.#session = session;
    this.#signal = signal;
    this.#options = options;
    this.#interval = interval;
    const unsubscribe = options.onVisibility(() => {
      this.#dueAt = Math.max(this.#dueAt, Date.now() + this.#jitter);
      this.#schedule();
    });
    const stop = (): void => {
      unsubscribe();
      clearTimeout(this.#timer);
    };
    signal.addEventListener('abort', stop, { once: true });
    this.pollIn(interval);
  }

  /** Polls after a delay in milliseconds, unless a poll is due sooner. */
  pollIn(delay: number): void {
    this.#dueAt = Math.max(Math.min(this.#dueAt, Date.now() + delay), this.#notBefore);
    this.#schedule();
  }

  /** Polls almost at once. */
  pollSoon(): void {
    this.pollIn(this.#jitter);
  }

  /** Notes when the list was loaded. Call it after every change of state. */
  noteListing(): void {
    const { listing } = this.#session.state;
    if (listing === this.#listing) return;
    this.#listing = listing;
    this.#listedAt = Date.now();
  }

  get #jitter(): number {
    return this.#options.random() * JITTER;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#dueAt === Infinity || this.#isPolling || this.#signal.aborted || this.#options.isHidden()) return;
    const delay = Math.max(this.#dueAt - Date.now(), 0);
    this.#timer = setTimeout(() => void this.#poll(), Math.min(delay, MAX_TIMER_DELAY));
  }

  async #poll(): Promise<void> {
    this.#dueAt = Infinity;
    this.#isPolling = true;
    const errors = this.#session.state.listing.state === 'ready' ? await this.#request() : [];
    this.#isPolling = false;
    if (this.#signal.aborted) return;
    this.#failures = errors.length > 0 ? this.#failures + 1 : 0;
    let delay = this.#interval;
    if (this.#failures > 0) {
      delay = this.#backoff(errors);
      this.#notBefore = Date.now() + delay;
    }
    this.pollIn(delay);
  }

  #backoff(errors: readonly AdapterError[]): number {
    const usual = this.#interval === Infinity ? MINUTE : this.#interval;
    const retryAfter = Math.max(...errors.map(({ info }) => info.retryAfter ?? 0)) * 1000;
    return Math.max(usual, Math.min(usual * 2 ** this.#failures, MAX_BACKOFF), retryAfter);
  }

  /** Makes both requests and applies whatever arrives. Resolves with the errors. */
  async #request(): Promise<readonly AdapterError[]> {
    const call: Call = { signal: this.#signal };
    const before = this.#session.state;
    const since = this.#listedAt + before.clockOffset;
    const { adapter, discussion } = this.#session;
    const [page, info] = await Promise.allSettled([
      requestShownComments(this.#session, call),
      adapter.open(discussion, call),
    ]);
    if (this.#signal.aborted) return [];
    const { state: current } = this.#session;
    let state = current;
    if (page.status === 'fulfilled') state = pagePolled(state, page.value, { before, since });
    if (info.status === 'fulfilled' && isAsBefore(current, before)) {
      const { total } = state;
      state = infoUpdated(state, info.value, Date.now());
      // The total of the list takes precedence, and so do comments posted during the request.
      const isKnown = page.status === 'fulfilled' && page.value.total !== undefined;
      if (isKnown || current.total !== before.total) state = { ...state, total };
    }
    this.#session.set(state);
    return [page, info].flatMap((one) => (one.status === 'rejected' ? [toAdapterError(one.reason)] : []));
  }
}
