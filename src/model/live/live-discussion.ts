import type { Change } from '../adapter.js';
import { isSoundComment } from '../contract/quick-check.js';
import type { DiscussionStore } from '../discussion/discussion-store.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { changeReceived } from '../transitions/live.js';
import { Poller, type PollerOptions } from './poller.js';

export type LiveOptions = Partial<PollerOptions>;

/** How long to collect events before applying them, in milliseconds. A burst of events must not disturb typing. */
const BATCH_DELAY = 250;

/** In seconds. */
const DEFAULT_POLL_INTERVAL = 60;

const DEFAULT_OPTIONS: PollerOptions = {
  isHidden: () => globalThis.document?.visibilityState === 'hidden',
  onVisibility: (listener) => {
    globalThis.document?.addEventListener('visibilitychange', listener);
    return () => globalThis.document?.removeEventListener('visibilitychange', listener);
  },
  random: Math.random,
};

/**
 * Live updates for the discussion that is open in a store, from the adapter's `subscribe` or otherwise by polling. New comments are
 * held back in `state.waiting`. All other changes are shown at once.
 */
export class LiveDiscussion {
  readonly #store: DiscussionStore;
  readonly #options: PollerOptions;
  #unsubscribe: (() => void) | undefined;
  #session: DiscussionSession | undefined;
  /** The viewer who receives the events, for comparison: the session's `viewerSignal`. */
  #viewerSignal: AbortSignal | undefined;
  /** The capabilities of the session's adapter that decide between subscribing and polling, for comparison. */
  #capabilities = '';
  /** Aborted when the session ends, and by `stop`. */
  #connectionAbort = new AbortController();
  #poller: Poller | undefined;
  #batch: Change[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: DiscussionStore, options: LiveOptions = {}) {
    this.#store = store;
    this.#options = { ...DEFAULT_OPTIONS, ...options };
  }

  /** Starts the updates, for the open discussion and for every discussion that the store opens later. */
  start(): void {
    this.#unsubscribe ??= this.#store.subscribe(() => this.#onStateChange());
    this.#onStateChange();
  }

  /** Stops the updates. */
  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#disconnect();
  }

  #onStateChange(): void {
    const session = this.#store.session();
    const capabilities = `${Boolean(session?.adapter.subscribe)} ${session?.adapter.features?.pollEvery}`;
    // Each viewer has their own events, and an adapter may learn from the first response how to follow its backend.
    if (session?.viewerSignal !== this.#viewerSignal || capabilities !== this.#capabilities) {
      this.#capabilities = capabilities;
      this.#disconnect();
      if (session) this.#connect(session);
    }
    this.#poller?.noteListing();
  }

  #disconnect(): void {
    this.#connectionAbort.abort();
    clearTimeout(this.#timer);
    this.#timer = this.#session = this.#viewerSignal = this.#poller = undefined;
    this.#batch = [];
  }

  #connect(session: DiscussionSession): void {
    this.#session = session;
    this.#viewerSignal = session.viewerSignal;
    this.#connectionAbort = new AbortController();
    const { signal } = this.#connectionAbort;
    const pollEvery = (session.adapter.features?.pollEvery ?? DEFAULT_POLL_INTERVAL) * 1000;
    const isSubscribed = this.#subscribe(session, signal);
    const interval = isSubscribed || !(pollEvery > 0) ? Infinity : pollEvery;
    this.#poller = new Poller(session, signal, { ...this.#options, interval });
    // Poll once for changes between the list and the subscription.
    if (isSubscribed && session.state.listing.state === 'ready') this.#poller.pollIn(DEFAULT_POLL_INTERVAL * 1000);
  }

  /** Returns whether the backend will push events. */
  #subscribe({ adapter, discussion }: DiscussionSession, signal: AbortSignal): boolean {
    if (!adapter.subscribe) return false;
    const onChange = (change: Change): unknown => signal.aborted || this.#collect(change);
    const subscribed: unknown = adapter.subscribe(discussion, onChange, { signal });
    // After an exception, polling still works.
    return subscribed !== false;
  }

  #collect(change: Change): void {
    const isSound = typeof change?.type === 'string' && (!('comment' in change) || isSoundComment(change.comment));
    if (!isSound) void reportMistake(change);
    // The change may have the right shape when the comments are listed again.
    this.#batch.push(isSound ? change : { type: 'stale' });
    this.#timer ??= setTimeout(() => this.#apply(), BATCH_DELAY);
  }

  #apply(): void {
    const [batch, session] = [this.#batch, this.#session];
    this.#batch = [];
    this.#timer = undefined;
    if (!session) return;
    const state = batch.reduce((before, change) => changeReceived(before, change, Date.now()), session.state);
    if (state !== session.state) session.set(state);
    // Changes to the info cannot be merged before the info has loaded.
    if (batch.some(({ type }) => type === 'stale' || (type === 'discussion' && !session.state.info)))
      this.#poller?.pollSoon();
  }
}

/** Logs what is wrong with a change, as for a list. The code that knows it is loaded for this. */
async function reportMistake(change: Change): Promise<void> {
  const problems = await import('../contract/mend-response.js').then(
    ({ problemsOfChange }) => problemsOfChange(change),
    () => [],
  );
  const sentences = ['article-comments: subscribe() reported a change of the wrong shape.', ...problems];
  console.error(sentences.join('\n'), change);
}
