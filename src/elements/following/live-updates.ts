import type { Comment, CommentId } from '../../model/adapter.js';
import { newBelow } from '../../model/transitions/held-back.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { LiveDiscussion } from '../../model/live/live-discussion.js';
import type { Announcer } from '../frame/announcer.js';
import type { LocaleController } from '../locale/locale-controller.js';
import { Visits } from './visits.js';

/** New comments are announced together, at most this often, in milliseconds. */
const ANNOUNCE_INTERVAL = 10_000;

interface LiveUpdatesOptions {
  readonly store: DiscussionStore;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** Follows the discussion while it is read: what has arrived and is held back, and what is new since the last visit. */
export class LiveUpdates {
  readonly #store: DiscussionStore;
  readonly #locale: LocaleController;
  readonly #announcer: Announcer;
  #held: { readonly inputs: readonly unknown[]; readonly byBranch: ReadonlyMap<CommentId | null, readonly Comment[]> } =
    {
      inputs: [],
      byBranch: new Map(),
    };
  /** The visit to the open discussion, and the signal that ends it. */
  #visit: { readonly visits: Visits; readonly signal: AbortSignal } | undefined;
  #announced = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ store, locale, announcer }: LiveUpdatesOptions) {
    this.#store = store;
    this.#locale = locale;
    this.#announcer = announcer;
    new LiveDiscussion(store).start();
    store.subscribe(() => this.#onStoreChange());
    this.#onStoreChange();
  }

  /** The comments held back, by the shown comment whose branch they belong to; null: the top level. */
  get held(): ReadonlyMap<CommentId | null, readonly Comment[]> {
    const { state } = this.#store;
    const inputs = [state.comments, state.detached, state.posted, state.waiting];
    if (inputs.some((value, index) => value !== this.#held.inputs[index]))
      this.#held = { inputs, byBranch: newBelow(state) };
    return this.#held.byBranch;
  }

  /** When the last visit ended, in milliseconds since the epoch; undefined on a first visit. */
  get since(): number | undefined {
    return this.#visit?.visits.since;
  }

  /** True for a comment posted since the reader's last visit. */
  isNew(comment: Comment): boolean {
    return this.#visit?.visits.isNew(comment) ?? false;
  }

  #onStoreChange(): void {
    const { state } = this.#store;
    const signal = this.#store.session()?.signal;
    if (signal && state.discussion && state.listing.state === 'ready' && signal !== this.#visit?.signal)
      this.#visit = { visits: new Visits({ store: this.#store, key: state.discussion.key }), signal };
    const count = state.waiting.length;
    if (count <= this.#announced) this.#announced = count;
    else if (this.#timer === undefined)
      this.#timer = setTimeout(() => this.#announce(), this.#announced === 0 ? 0 : ANNOUNCE_INTERVAL);
  }

  #announce(): void {
    this.#timer = undefined;
    const count = this.#store.state.waiting.length;
    if (count === 0) return;
    this.#announced = count;
    const { messages, formats } = this.#locale;
    this.#announcer.announce(messages.viewNew(count, formats.number(count)));
  }
}
