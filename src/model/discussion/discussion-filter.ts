import type { Comment, Filter } from '../adapter.js';
import type { Outcome } from '../outcome.js';
import { abortedWith, applyResponse } from '../state/apply-response.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { type DiscussionState, type Progress, UNOPENED } from '../state/discussion-state.js';
import { selectionExtended, selectionLoaded, selectionUpdated } from '../transitions/selection.js';
import type { DiscussionStore } from './discussion-store.js';

/** Loads selections of the comments, such as the editors' picks. `state.selection` has the one that is shown. */
export class DiscussionFilter {
  readonly #store: DiscussionStore;
  /** Aborted by the next request. */
  #abort = new AbortController();
  /** The viewer for whom the selection was last requested, for comparison: the session's `viewerSignal`. */
  #viewer: AbortSignal | undefined;

  constructor(store: DiscussionStore) {
    this.#store = store;
    store.subscribe(() => this.#onStateChange());
  }

  /**
   * Shows a selection of the comments, or all. What is shown stays until the selection has loaded. `state.filtering` reports progress
   * and failure. `aborted`: another selection was chosen, or the session has ended.
   */
  async show(filter: Filter | 'all'): Promise<Outcome<void>> {
    const session = this.#store.session();
    this.#abort.abort();
    if (!session) return { type: 'aborted' };
    const { signal } = (this.#abort = abortedWith(session.signal));
    if (filter === 'all') {
      session.set({ ...session.state, selection: undefined, filtering: UNOPENED.filtering });
      return { type: 'done', value: undefined };
    }
    session.set({ ...session.state, filtering: { state: 'loading', filter } });
    let outcome: Outcome<void>;
    do {
      const before = session.state;
      const { sort } = before;
      outcome = await applyResponse(session, {
        signal,
        send: (call) => session.list({ filter, sort }, call),
        onResponse: (page) => {
          this.#viewer = session.viewerSignal;
          // If the order has changed, the page is requested again.
          return session.state.sort === sort ? selectionLoaded(session.state, page, { filter, before }) : undefined;
        },
        onFailure: (error) => {
          this.#viewer = session.viewerSignal;
          return { ...session.state, filtering: { state: 'failed', filter, error } };
        },
      });
    } while (outcome.type === 'aborted' && !signal.aborted);
    return outcome;
  }

  /**
   * Loads the next page of the selection. Resolves with the comments that are new; `aborted` if there is no next page or it is already
   * loading.
   */
  async loadMore(): Promise<Outcome<readonly Comment[]>> {
    const session = this.#store.session();
    const { selection, filtering } = this.#store.state;
    const isBusy = filtering.state === 'loading' || selection?.more.state === 'loading';
    if (!session || selection?.next === undefined || isBusy) return { type: 'aborted' };
    this.#abort.abort();
    const { signal } = (this.#abort = abortedWith(session.signal));
    const { filter, sort, next: cursor } = selection;
    const withProgress = (more: Progress): DiscussionState => {
      const { state } = session;
      return { ...state, selection: state.selection && { ...state.selection, more } };
    };
    session.set(withProgress({ state: 'loading' }));
    const before = session.state;
    let added: readonly Comment[] = [];
    const outcome = await applyResponse(session, {
      signal,
      send: (call) => session.list({ filter, sort, cursor }, call),
      onResponse: (page) => {
        const extended = selectionExtended(session.state, page, { before });
        added = extended.selection?.items.slice(selection.items.length) ?? [];
        return extended;
      },
      onFailure: (error) => withProgress({ state: 'failed', error }),
    });
    return outcome.type === 'done' ? { type: 'done', value: added } : outcome;
  }

  #onStateChange(): void {
    const session = this.#store.session();
    if (!session?.state.selection) return;
    const updated = selectionUpdated(session.state);
    if (updated !== session.state) session.set(updated);
    this.#reload(session);
  }

  /** Loads the selection again in another order, or for another viewer. If that fails, the reader can retry. */
  #reload({ state, viewerSignal }: DiscussionSession): void {
    const { selection, filtering, sort } = state;
    if (!selection || filtering.state === 'loading') return;
    const isForOther = viewerSignal !== this.#viewer;
    if (isForOther || (filtering.state === 'idle' && selection.sort !== sort)) void this.show(selection.filter);
  }
}
