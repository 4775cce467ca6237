import { type Access, accessAt, nextAccessChange } from './access.js';
import { type DiscussionState, UNOPENED } from './discussion-state.js';

/** The longest delay of a timer in browsers, in milliseconds. */
const MAX_TIMER_DELAY = 2 ** 31 - 1;

/**
 * The current state of a discussion as a frozen snapshot, with its listeners. Derives `access` from each new state, and again when a
 * scheduled opening or closing is due.
 */
export class ObservableState {
  /** True when the publisher closed the discussion, whatever the backend says. Takes effect with the next `set`. */
  closedByPublisher = false;
  #current: DiscussionState = Object.freeze(UNOPENED);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  get current(): DiscussionState {
    return this.#current;
  }

  /** Calls `listener` after every change. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Replaces the state. */
  set(state: DiscussionState): void {
    clearTimeout(this.#timer);
    const now = Date.now() + state.clockOffset;
    const access = accessAt(state.info, { now, closedByPublisher: this.closedByPublisher });
    const before = this.#current.access;
    this.#current = Object.freeze({ ...state, access: isSame(access, before) ? before : access });
    const change = nextAccessChange(access);
    if (change !== undefined) this.#timer = setTimeout(() => this.update({}), Math.min(change - now, MAX_TIMER_DELAY));
    this.notify();
  }

  /** Calls the listeners. For a change beside the state. */
  notify(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Replaces a part of the state. */
  update(part: Partial<DiscussionState>): void {
    this.set({ ...this.#current, ...part });
  }
}

function isSame(one: Access, other: Access): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
