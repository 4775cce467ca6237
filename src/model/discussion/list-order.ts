import type { Outcome } from '../outcome.js';
import { abortedWith, applyResponse } from '../state/apply-response.js';
import { type DiscussionState, type Sorting, UNOPENED } from '../state/discussion-state.js';
import { firstPageLoaded } from '../transitions/loading.js';
import type { DiscussionStore } from './discussion-store.js';

/** Changes the order of the list. */
export class ListOrder {
  readonly #store: DiscussionStore;
  /** Aborted by the next change of order. */
  #abort = new AbortController();

  constructor(store: DiscussionStore) {
    this.#store = store;
  }

  /**
   * Changes the order to the one with this id. The current list stays until the new one has loaded. `state.sorting` reports progress
   * and failure. `aborted`: another order was chosen, or the session has ended.
   */
  async sortBy(sort: string): Promise<Outcome<void>> {
    const session = this.#store.session();
    this.#abort.abort();
    if (!session) return { type: 'aborted' };
    const { signal } = (this.#abort = abortedWith(session.signal));
    const withProgress = (sorting: Sorting): DiscussionState => ({ ...session.state, sorting });
    if (sort === session.state.sort) {
      session.set(withProgress(UNOPENED.sorting));
      return { type: 'done', value: undefined };
    }
    session.set(withProgress({ state: 'loading', sort }));
    return applyResponse(session, {
      signal,
      send: (call) => session.list({ sort }, call),
      onResponse: (page) => firstPageLoaded({ ...withProgress(UNOPENED.sorting), sort }, page),
      onFailure: (error) => withProgress({ state: 'failed', sort, error }),
    });
  }
}
