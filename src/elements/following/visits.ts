import type { Comment } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { isOwn } from '../../model/state/permissions.js';
import {
  lastVisit,
  type Visit,
  visitAt,
  type Visits as Kept,
  visitKept,
  visitUntil,
} from '../../model/discussion/visits.js';
import { recall, remember } from '../page/preferences.js';

/**
 * Remembers on this device when the reader last visited a discussion, and tells which comments are new since. Create it once the
 * list is shown. It ends by itself when the discussion is closed.
 */
export class Visits {
  readonly #store: DiscussionStore;
  readonly #key: string;
  #visit: Visit;

  /** `key`: the key of the discussion. */
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

  /** Comments posted after this are new, in milliseconds since the epoch. Undefined: none are. */
  get since(): number | undefined {
    return this.#visit.since;
  }

  /** True for a comment that someone else posted after the reader's last visit. */
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
    // The reader left a page in the background earlier.
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

/** Empty without storage, and when another script has written to our key. */
function kept(): Kept {
  const visits = recall<unknown>('visits');
  return Array.isArray(visits) ? (visits as Kept) : [];
}
