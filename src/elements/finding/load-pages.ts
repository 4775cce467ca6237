import type { VisitMessages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import { lastTopLevel } from '../../model/transitions/detached.js';
import type { CommandOf } from '../../presentation/command.js';
import { focusAfterLoading, rowOf } from '../list/focus-comment.js';
import type { ActionOutcome, Feature, Section } from '../section.js';
import { shared } from '../shared.js';
import { loadInPlace } from './load-in-place.js';

declare module '../../presentation/command.js' {
  interface Commands {
    'load-more': unknown;
    'load-replies': { readonly id: CommentId };
  }
}

/**
 * Loads the next page of the list, and more replies to a comment.
 *
 * @action load-more - The next page was loaded. Calls the backend.
 * @action load-replies - More replies to a comment were loaded. Calls the backend.
 */
export class LoadPages implements Feature<'load-more' | 'load-replies'> {
  readonly #section: Section<VisitMessages>;

  constructor(section: Section<VisitMessages>) {
    this.#section = section;
  }

  readonly commands = {
    'load-more': (): Promise<ActionOutcome> => this.#loadMore(),
    'load-replies': ({ id }: CommandOf<'load-replies'>): Promise<ActionOutcome> => this.#loadReplies(id),
  };

  async #loadMore(): Promise<ActionOutcome> {
    const { store, root, messages } = this.#section;
    const lastDetached = store.state.detached.findLast(({ parentId }) => !parentId);
    const last = lastTopLevel(store.state);
    const lastRow = last && rowOf(root, last.id);
    this.#section.announce(messages.loadingMore);
    return loadInPlace(this.#section, {
      hold: () => lastRow,
      load: () => store.loadMore(),
      focus: (added) => {
        const { comments } = store.state;
        const index = comments.findIndex(({ id }) => id === lastDetached?.id);
        focusAfterLoading(root, added.find((comment) => comments.indexOf(comment) > index)?.id);
      },
    });
  }

  async #loadReplies(id: CommentId): Promise<ActionOutcome> {
    const { messages, formats } = this.#section;
    this.#section.announce(messages.loadingReplies);
    const outcome = await shared(this.#section, DiscussionExplorer).loadReplies(id);
    if (outcome.type === 'aborted') return undefined;
    if (outcome.type === 'failed') return 'failed';
    const { length } = outcome.value;
    this.#section.announce(messages.repliesLoaded(length, formats.number(length)));
    const [first] = outcome.value;
    if (first) await this.#section.run({ type: 'show-comment', id: first.id });
    return 'done';
  }
}
