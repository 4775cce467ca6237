import { AdapterError, type Call, type CommentPage, type DiscussionInfo } from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import type { DiscussionSession } from '../discussion/discussion-session.js';
import type { DiscussionState } from '../discussion/discussion-state.js';
import { infoChanged } from '../transitions/live.js';
import { pagePolled } from '../transitions/polling.js';

export interface PollerOptions {
  /** True while nobody can see the page. */
  readonly isHidden: () => boolean;
  /** Calls back when that changes; the answer stops it. */
  readonly onVisibility: (listener: () => void) => () => void;
  /** A number from 0 to 1, which keeps readers from asking all at the same moment. */
  readonly random: () => number;
}

/** All in milliseconds. */
const MINUTE = 60_000;
const LONGEST_WAIT = 10 * MINUTE;
const JITTER = 2_000;
const LONGEST_TIMER = 2 ** 31 - 1;

/** Top-level comments wanted beyond those that are shown, where all are shown. */
const BEYOND = 25;
/** Pages asked for where the backend hands over fewer comments than are wanted. */
const MOST_PAGES = 5;

/**
 * Looks for what is new in one discussion by asking for its state and its list again: one look at a time, none that nobody
 * can see, and ever fewer while they fail. A look that fails is no failure of the page, and says nothing.
 */
export class Poller {
  readonly #port: DiscussionSession;
  readonly #signal: AbortSignal;
  readonly #options: PollerOptions;
  /** Between two looks, in milliseconds. */
  readonly #every: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next look is due, and how long the backend is to be left alone: milliseconds since the epoch. */
  #dueAt = Infinity;
  #notBefore = 0;
  #failures = 0;
  #isLooking = false;
  #listing: DiscussionState['listing'] | undefined;
  #listedAt = 0;

  /** Polls until `signal` is aborted; with `every` infinite, only when told to look. */
  constructor(port: DiscussionSession, signal: AbortSignal, { every, ...options }: PollerOptions & { readonly every: number }) {
    this.#port = port;
    this.#signal = signal;
    this.#options = options;
    this.#every = every;
    const stop = options.onVisibility(() => {
      this.#dueAt = Math.max(this.#dueAt, Date.now() + this.#jitter);
      this.#arm();
    });
    signal.addEventListener('abort', () => (stop(), clearTimeout(this.#timer)), { once: true });
    this.lookIn(every);
  }

  /** Looks after so many milliseconds, unless that was to happen sooner. */
  lookIn(delay: number): void {
    this.#dueAt = Math.max(Math.min(this.#dueAt, Date.now() + delay), this.#notBefore);
    this.#arm();
  }

  lookSoon(): void {
    this.lookIn(this.#jitter);
  }

  /** Something of the discussion has changed: perhaps it is another list now. */
  noteListing(): void {
    const { listing } = this.#port.state;
    if (listing === this.#listing) return;
    this.#listing = listing;
    this.#listedAt = Date.now();
  }

  get #jitter(): number {
    return this.#options.random() * JITTER;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#dueAt === Infinity || this.#isLooking || this.#signal.aborted || this.#options.isHidden()) return;
    this.#timer = setTimeout(() => void this.#look(), Math.min(Math.max(this.#dueAt - Date.now(), 0), LONGEST_TIMER));
  }

  async #look(): Promise<void> {
    this.#dueAt = Infinity;
    this.#isLooking = true;
    const errors = this.#port.state.listing.state === 'ready' ? await this.#ask() : [];
    this.#isLooking = false;
    if (this.#signal.aborted) return;
    this.#failures = errors.length > 0 ? this.#failures + 1 : 0;
    let wait = this.#every;
    if (this.#failures > 0) {
      const usual = this.#every === Infinity ? MINUTE : this.#every;
      const retryAfter = Math.max(...errors.map(({ info }) => info.retryAfter ?? 0)) * 1000;
      wait = Math.max(usual, Math.min(usual * 2 ** this.#failures, LONGEST_WAIT), retryAfter);
      this.#notBefore = Date.now() + wait;
    }
    this.lookIn(wait);
  }

  /** One look; answers what went wrong with it. What did arrive counts all the same. */
  async #ask(): Promise<readonly AdapterError[]> {
    const call: Call = { signal: this.#signal };
    const before = this.#port.state;
    const since = this.#listedAt + before.clockOffset;
    const [page, info] = await Promise.allSettled([listAgain(this.#port, call), openAgain(this.#port, call)]);
    if (this.#signal.aborted) return [];
    let state = this.#port.state;
    if (page.status === 'fulfilled') state = pagePolled(state, page.value, { before, since });
    if (info.status === 'fulfilled') {
      const { total } = page.status === 'fulfilled' ? page.value : info.value;
      state = infoChanged(state, info.value, Date.now());
      // The list outweighs it.
      if (total !== undefined) state = { ...state, total };
    }
    this.#port.set(state);
    return [page, info].flatMap((one) => (one.status === 'rejected' ? [toAdapterError(one.reason)] : []));
  }
}

async function openAgain({ adapter, state }: DiscussionSession, call: Call): Promise<DiscussionInfo> {
  const info = await adapter.open(state.discussion ?? { key: '', url: '' }, call);
  if (!info?.state) throw new AdapterError('bad-response');
  return info;
}

/** The list again, as far as it is shown. */
async function listAgain(port: DiscussionSession, call: Call): Promise<CommentPage> {
  const { comments, next, sort } = port.state;
  const isWhole = next === undefined;
  const wanted = { sort, limit: Math.max(comments.filter(({ parentId }) => !parentId).length + (isWhole ? BEYOND : 0), 1) };
  let page = await port.list(wanted, call);
  // What is new is at the end then, which a backend with pages of its own size keeps for later ones.
  for (let pages = 1; isWhole && sort !== 'newest' && page.next !== undefined && pages < MOST_PAGES; pages++) {
    const { items, ...rest } = await port.list({ ...wanted, cursor: page.next }, call);
    page = { total: page.total, ...rest, items: [...page.items, ...items] };
  }
  return page;
}
