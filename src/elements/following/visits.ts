import type { Comment } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { isOwn } from '../../model/state/permissions.js';
import {
  lastVisit,
  type Visit,
  visitAt,
  type Visits as StoredVisits,
  visitKept,
  visitUntil,
} from '../../model/discussion/visits.js';
import { recall, remember } from '../page/preferences.js';

/**
 * Stores on this device when the reader last visited a discussion, and determines which comments are new since then. Create it once
 * the list is shown. It ends with the discussion.
 */
export class Visits {
  readonly #store: DiscussionStore;
  readonly #key: string;
  #visit: Visit;

  /** `key`: the key of the discussion. */
  constructor({ store, key }: { readonly store: DiscussionStore; readonly key: string }) {
    this.#store = store;
    this.#key = key;
    this.#visit = visitAt(lastVisit(storedVisits(), key), store.now);
    this.#save();
    const signal = store.session()?.signal;
    if (!signal) return;
    document.addEventListener('visibilitychange', this.#onVisibility, { signal });
    addEventListener('pagehide', this.#onLeave, { signal });
    signal.addEventListener('abort', this.#onLeave);
  }

  /** Comments posted after this time are new, in milliseconds since the epoch. Undefined if no comment is new. */
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
    if (document.visibilityState === 'hidden') return this.#pause();
    this.#visit = visitAt(this.#visit, this.#store.now);
    this.#save();
  };

  readonly #onLeave = (): void => {
    // If the page is in the background, the visit ended when it was hidden.
    if (document.visibilityState === 'visible') this.#pause();
  };

  #pause(): void {
    const { state, now } = this.#store;
    const unseen = state.waiting.map(({ createdAt }) => Date.parse(createdAt)).filter((posted) => posted > 0);
    this.#visit = visitUntil(this.#visit, now, unseen);
    this.#save();
  }

  #save(): void {
    remember('visits', visitKept(storedVisits(), this.#key, this.#visit));
  }
}

/** Empty without storage. */
function storedVisits(): StoredVisits {
  return recall('visits', areVisits) ?? [];
}

function areVisits(value: unknown): value is StoredVisits {
  return Array.isArray(value) && value.every((entry) => Array.isArray(entry) && isVisit(entry[1]));
}

function isVisit(value: unknown): boolean {
  return Number.isFinite((value as Partial<Visit> | undefined)?.until);
}
