import type { VisitMessages } from '../../i18n/messages.js';
import { MAX_FIRST_PAGE } from '../../model/discussion/page-size.js';
import { rootCount } from '../../model/state/discussion-state.js';
import { focusAfterLoading } from '../list/focus-comment.js';
import type { Feature } from '../section.js';
import type { SectionFrame } from '../section-frame.js';

/**
 * Loads the rest of a first page that is larger than `MAX_FIRST_PAGE`, in parts of that size. They are added below, without an announcement.
 * If one of them fails, "Try again" loads all that is missing.
 */
export class RestOfPage implements Feature {
  readonly #section: SectionFrame<VisitMessages>;
  #hadFocus = false;
  /** The order and the number of top-level comments when more were last requested. */
  #requested = '';

  constructor(section: SectionFrame<VisitMessages>) {
    this.#section = section;
  }

  beforeUpdate(): void {
    this.#hadFocus = this.#section.root.activeElement?.matches('[part=list] ~ [part~=more]') ?? false;
  }

  afterUpdate(): void {
    const { store, settings, root } = this.#section;
    const { state } = store;
    const { more, detached, relisting, sorting } = state;
    // The button that said that comments are loading is gone.
    if (this.#hadFocus && !root.activeElement) focusAfterLoading(root, undefined);
    // Comments before a gap would move those after it, of which the reader has followed a link to one.
    const isBusy = detached.length > 0 || relisting.state === 'loading' || sorting.state === 'loading';
    if (more.state !== 'ready' || isBusy) return;
    const { pageSize = 0 } = settings;
    const count = rootCount(state);
    const request = `${state.sort} ${count}`;
    // After a page without any, the next one may have none either. The reader can ask for it.
    if (pageSize <= MAX_FIRST_PAGE || count >= pageSize || request === this.#requested) return;
    this.#requested = request;
    void store.loadMore(Math.min(pageSize - count, MAX_FIRST_PAGE));
  }
}
