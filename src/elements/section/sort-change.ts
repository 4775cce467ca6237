import { nothing } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { Sort } from '../../model/adapter.js';
import type { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import { errorText } from './error-text.js';
import { failure } from './failure.js';
import { remember } from './remember.js';
import type { Section } from '../section.js';

/** Puts the comments in the order that the reader chose, and remembers the choice. */
export class OrderChange {
  readonly #section: Section;
  readonly #explorer: DiscussionExplorer;
  #wanted: Sort | undefined;

  constructor(section: Section, explorer: DiscussionExplorer) {
    this.#section = section;
    this.#explorer = explorer;
  }

  renderFailure(): unknown {
    const { sorting } = this.#section.store.state;
    const messages = this.#messages;
    const wanted = this.#wanted;
    return sorting.state === 'failed'
      ? failure(messages.sortFailed(errorText(sorting.error, messages)), messages, () => wanted && void this.change(wanted))
      : nothing;
  }

  async change(sort: Sort, select?: HTMLSelectElement): Promise<void> {
    const { store, announce } = this.#section;
    this.#wanted = sort;
    await this.#explorer.sortBy(sort);
    const { state } = store;
    // It says what the list is in, not what failed.
    if (select && state.sorting.state === 'failed') select.value = state.sort;
    if (state.sort !== sort) return;
    remember('order', sort);
    const messages = this.#messages;
    announce(messages.sorted(messages.orders[sort]));
  }

  get #messages(): Messages {
    return this.#section.words.messages as Messages;
  }
}
