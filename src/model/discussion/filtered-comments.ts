import type { AdapterError, Comment, CommentId, Cursor, Filter } from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { allComments, type DiscussionState, type Progress } from '../state/discussion-state.js';
import type { DiscussionStore } from './discussion-store.js';

/** The loaded part of a selection. */
export interface Selection {
  readonly filter: Filter;
  /** The id of the order in which it was loaded. */
  readonly sort: string;
  readonly items: readonly Comment[];
  /** Undefined once all is loaded. */
  readonly next: Cursor | undefined;
}

const byId = (state: DiscussionState): ReadonlyMap<CommentId, Comment> =>
  new Map(allComments(state).map((comment) => [comment.id, comment]));

/** A selection of the comments, beside those of the discussion, which stay as they are. */
export class FilteredComments {
  /** Undefined where all comments are shown. */
  selection: Selection | undefined;
  /** What is being loaded, or could not be; undefined when the selection is as asked for. */
  wanted: Filter | undefined;
  isLoading = false;
  /** Why the last request failed. */
  error: AdapterError | undefined;
  readonly #store: DiscussionStore;
  readonly #onChange: () => void;
  #abort = new AbortController();
  /** The comments of the discussion, as they were when the selection was last brought up to date. */
  #known: ReadonlyMap<CommentId, Comment> = new Map();

  constructor(store: DiscussionStore, onChange: () => void) {
    this.#store = store;
    this.#onChange = onChange;
    store.subscribe(() => this.#onStoreChange());
  }

  /** Progress of the next page of the selection. */
  get more(): Progress {
    if (this.error && !this.wanted) return { state: 'failed', error: this.error };
    if (!this.selection?.next) return { state: 'idle' };
    return { state: this.isLoading ? 'loading' : 'ready' };
  }

  /** Loads the first page of a selection; what was shown stays until it is there. Resolves with false where that failed. */
  async show(filter: Filter): Promise<boolean> {
    const { sort } = this.#store.state;
    this.wanted = filter;
    return this.#load(async (session, signal) => {
      const page = await session.list({ filter }, { signal });
      return { filter, sort, items: page.items, next: page.next };
    });
  }

  /** Loads the next page. */
  async loadMore(): Promise<boolean> {
    const { selection } = this;
    if (!selection?.next || this.isLoading) return false;
    const { filter, sort, next: cursor } = selection;
    return this.#load(async (session, signal) => {
      const page = await session.list({ filter, sort, cursor }, { signal });
      const shown = this.selection?.items ?? [];
      const known = new Set(shown.map(({ id }) => id));
      const items = [...shown, ...page.items.filter(({ id }) => !known.has(id))];
      // A page that repeats its cursor would never end.
      return { ...selection, items, next: page.next === cursor ? undefined : page.next };
    });
  }

  /** Shows all comments again. */
  showAll(): void {
    this.#abort.abort();
    this.selection = undefined;
    this.wanted = undefined;
    this.isLoading = false;
    this.error = undefined;
    this.#onChange();
  }

  async #load(request: (session: DiscussionSession, signal: AbortSignal) => Promise<Selection>): Promise<boolean> {
    this.#abort.abort();
    const session = this.#store.session();
    if (!session) return false;
    const { signal } = (this.#abort = new AbortController());
    // Another discussion, until the next request here.
    const leave = (): void => this.showAll();
    session.signal.addEventListener('abort', leave, { signal });
    this.isLoading = true;
    this.error = undefined;
    this.#onChange();
    try {
      const loaded = await request(session, signal);
      if (signal.aborted) return false;
      this.selection = loaded;
      this.#known = byId(session.state);
      this.wanted = undefined;
    } catch (thrown) {
      if (signal.aborted) return false;
      this.error = toAdapterError(thrown);
    }
    this.isLoading = false;
    this.#onChange();
    const isLoaded = this.error === undefined;
    this.#onStoreChange();
    return isLoaded;
  }

  /** Takes over what has become of a selected comment in the discussion: it was edited, or removed. */
  #takeChanges(selection: Selection): void {
    const known = byId(this.#store.state);
    const latest = (comment: Comment): Comment => {
      const inDiscussion = known.get(comment.id);
      return inDiscussion && inDiscussion !== this.#known.get(comment.id) ? inDiscussion : comment;
    };
    this.selection = { ...selection, items: selection.items.map(latest) };
    this.#known = known;
  }

  /** Loads the selection again where the reader has chosen another order. Once that has failed, it is for the reader to try again. */
  #onStoreChange(): void {
    if (this.selection) this.#takeChanges(this.selection);
    const { selection, wanted } = this;
    if (!selection || this.isLoading || wanted) return;
    if (this.#store.state.sort !== selection.sort) void this.show(selection.filter);
  }
}
