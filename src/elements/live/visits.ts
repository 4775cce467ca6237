import type { Comment } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { isOwn } from '../../model/discussion/permissions.js';
import {
  lastVisit,
  type Visit,
  visitAt,
  type Visits as Kept,
  visitKept,
  visitUntil,
} from '../../model/discussion/visits.js';
import { recall, remember } from '../section/preferences.js';

/**
 * Remembers on this device when the reader was last at a discussion, and tells what others have posted since. To be made
 * once the list is shown; it ends by itself when the discussion is left.
 */
export class Visits {
  readonly #store: DiscussionStore;
  readonly #key: string;
  #visit: Visit;

  /** `key`: the discussion's. */
  constructor({ store, key }: { readonly store: DiscussionStore; readonly key: string }) {
    this.#store = store;
    this.#key = key;
    this.#visit = visitAt(lastVisit(kept(), key), store.now);
    this.#keep();
    const signal = store.session()?.signal;
    if (!signal) return;
    document.addEventListener('visibilitychange', this.#onVisibility, { signal });
    addEventListener('pagehide', this.#onLeave, { signal });
    signal.addEventListener('abort', this.#onLeave);
  }

  /** Milliseconds since the epoch: what was posted later is new; undefined: nothing is. */
  get since(): number | undefined {
    return this.#visit.since;
  }

  /** True for what somebody else posted after the reader's last visit. */
  isNew(comment: Comment): boolean {
    const { since = NaN } = this.#visit;
    const { createdAt, status = 'visible' } = comment;
    return Date.parse(createdAt) > since && status === 'visible' && !isOwn(comment, this.#store.state);
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') return this.#away();
    this.#visit = visitAt(this.#visit, this.#store.now);
    this.#keep();
  };

  readonly #onLeave = (): void => {
    // From a page in the background the reader has gone before.
    if (document.visibilityState === 'visible') this.#away();
  };

  #away(): void {
    const { state, now } = this.#store;
    const unseen = state.waiting.map(({ createdAt }) => Date.parse(createdAt)).filter((posted) => posted > 0);
    this.#visit = visitUntil(this.#visit, now, unseen);
    this.#keep();
  }

  #keep(): void {
    remember('visits', visitKept(kept(), this.#key, this.#visit));
  }
}

/** Nothing where there is no storage, or something else in our place. */
function kept(): Kept {
  const visits = recall<unknown>('visits');
  return Array.isArray(visits) ? (visits as Kept) : [];
}
