/** Loaded when a reader chooses a selection of the comments. */
import type { Comment } from '../../model/adapter.js';
import { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import type { CommandOf } from '../../presentation/command.js';
import { focusAfterLoading } from '../list/focus-comment.js';
import type { ActionOutcome, Feature, Section } from '../section.js';
import { loadInPlace } from './load-in-place.js';

/** Shows a selection of the comments in place of all. */
class Filter implements Feature<'filter' | 'load-more-filtered'> {
  readonly #section: Section;

  constructor(section: Section) {
    this.#section = section;
  }

  readonly commands = {
    filter: ({ filter }: CommandOf<'filter'>): Promise<ActionOutcome> => this.#choose(filter),
    'load-more-filtered': (): Promise<ActionOutcome> => this.#loadMore(),
  };

  async #choose(filter: CommandOf<'filter'>['filter']): Promise<ActionOutcome> {
    const { store, messages } = this.#section;
    const request = this.#section.shared(DiscussionExplorer).filterBy(filter);
    // Before the update: a form that returns to the page with it may have something to announce as well.
    if (filter === 'all') this.#section.announce(messages.filtered(messages.filters.all));
    const outcome = await request;
    if (outcome.type !== 'done') return outcome.type === 'failed' ? 'failed' : undefined;
    if (filter === 'all') return 'done';
    const isEmpty = store.state.selection?.items.length === 0;
    this.#section.announce(isEmpty ? messages.emptyFiltered : messages.filtered(messages.filters[filter]));
    return 'done';
  }

  async #loadMore(): Promise<ActionOutcome> {
    const { root, store, messages } = this.#section;
    const comments = (): readonly Comment[] => store.state.selection?.items ?? [];
    this.#section.announce(messages.loadingMore);
    return loadInPlace(this.#section, {
      hold: [...root.querySelectorAll('[part=filtered] article')].at(-1),
      comments,
      load: () => this.#section.shared(DiscussionExplorer).loadMoreFiltered(),
      focus: ([first]) => focusAfterLoading(root, first?.id),
    });
  }
}

export const features = [Filter] as const;
