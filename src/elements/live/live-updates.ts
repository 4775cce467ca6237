/** What goes on in a discussion while it is read. */
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { newBelow } from '../../model/transitions/waiting.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { LiveDiscussion } from '../../model/live/live-discussion.js';
import { Visits } from './visits.js';
import type { Words } from '../section/locale-controller.js';

/** New comments are announced together, this often at most, in milliseconds. */
const ANNOUNCE_EVERY = 10_000;

interface Followed {
  readonly store: DiscussionStore;
  readonly words: { readonly messages: Words; readonly formats: Formats };
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
}

export class LiveUpdates {
  readonly #section: Followed;
  #below: { readonly from: readonly unknown[]; readonly waiting: ReadonlyMap<CommentId | null, readonly Comment[]> } = {
    from: [],
    waiting: new Map(),
  };
  /** The present visit of the discussion, and the signal that ends with it. */
  #visits: { readonly visits: Visits; readonly signal: AbortSignal } | undefined;
  #announced = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(section: Followed) {
    this.#section = section;
    const live = new LiveDiscussion(section.store);
    live.start();
    section.store.subscribe(() => this.#follow());
    this.#follow();
  }

  /** The comments that wait, by the shown one whose branch they belong to. */
  get waiting(): ReadonlyMap<CommentId | null, readonly Comment[]> {
    const { state } = this.#section.store;
    const from = [state.comments, state.posted, state.waiting];
    if (from.some((value, index) => value !== this.#below.from[index])) this.#below = { from, waiting: newBelow(state) };
    return this.#below.waiting;
  }

  /** What `isNew` depends on. */
  get since(): number | undefined {
    return this.#visits?.visits.since;
  }

  /** Whether a comment has been posted since the reader was last here. */
  isNew(comment: Comment): boolean {
    return this.#visits?.visits.isNew(comment) ?? false;
  }

  #follow(): void {
    const { store } = this.#section;
    const signal = store.session()?.signal;
    const { discussion, listing } = store.state;
    if (signal && discussion && listing.state === 'ready' && signal !== this.#visits?.signal)
      this.#visits = { visits: new Visits({ store, key: discussion.key }), signal };
    const count = this.#section.store.state.waiting.length;
    if (count <= this.#announced) this.#announced = count;
    else if (this.#timer === undefined) this.#timer = setTimeout(() => this.#tell(), this.#announced === 0 ? 0 : ANNOUNCE_EVERY);
  }

  #tell(): void {
    this.#timer = undefined;
    const { store, words, announce } = this.#section;
    const count = store.state.waiting.length;
    if (count === 0) return;
    this.#announced = count;
    const { messages, formats } = words;
    announce((messages as Messages).viewNew(count, formats.number(count)));
  }
}
