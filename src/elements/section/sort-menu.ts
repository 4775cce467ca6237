import { html, nothing, type TemplateResult } from 'lit';
import type { Sort } from '../../model/adapter.js';
import type { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { offeredSorts } from '../../model/discussion/offered-sorts.js';
import { CommandEvent, raise } from '../command.js';
import type { Announcer } from './announcer.js';
import { errorText } from './error-text.js';
import { failure } from './failure.js';
import type { LocaleController } from './locale-controller.js';
import { remember } from './preferences.js';

interface SortMenuOptions {
  readonly store: DiscussionStore;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** Lets the reader choose one of the orders that the backend offers, and remembers the choice. */
export class SortMenu {
  readonly #store: DiscussionStore;
  readonly #locale: LocaleController;
  readonly #announcer: Announcer;
  /** The order that was last chosen here. */
  #chosen: Sort | undefined;

  constructor({ store, locale, announcer }: SortMenuOptions) {
    this.#store = store;
    this.#locale = locale;
    this.#announcer = announcer;
  }

  /** Lists in another order. The menu shows the old one again when that fails. */
  async change(sort: Sort, explorer: DiscussionExplorer): Promise<void> {
    this.#chosen = sort;
    await explorer.sortBy(sort);
    if (this.#store.state.sort !== sort) return;
    remember('order', sort);
    const { messages } = this.#locale;
    this.#announcer.announce(messages.sorted(messages.orders[sort]));
  }

  /** Nothing where there is no choice, or nothing to sort. */
  render(): TemplateResult | typeof nothing {
    const { listing, comments, sort, sorting } = this.#store.state;
    const { messages } = this.#locale;
    const { adapter } = this.#store;
    const sorts = adapter ? offeredSorts(adapter) : [];
    if (sorts.length < 2 || listing.state !== 'ready' || comments.length < 2) return nothing;
    const shown = sorting.state === 'loading' ? this.#chosen : sort;
    return html`
      <label part="order" class="order small"
        >${messages.order}<select part="select" @change=${this.#onChange}>
          ${sorts.map((one) => html`<option value=${one} .selected=${one === shown}>${messages.orders[one] ?? one}</option>`)}
        </select></label
      >
    `;
  }

  renderFailure(): TemplateResult | typeof nothing {
    const { sorting } = this.#store.state;
    const { messages } = this.#locale;
    if (sorting.state !== 'failed' || !this.#chosen) return nothing;
    const text = messages.sortFailed(errorText(sorting.error, messages));
    return failure(text, messages, raise({ type: 'sort', sort: this.#chosen }));
  }

  readonly #onChange = ({ currentTarget }: Event): void => {
    const select = currentTarget as HTMLSelectElement;
    const chosen = select.value as Sort;
    // The menu follows the list: it shows the new order as soon as that is being loaded.
    select.value = this.#store.state.sort;
    select.dispatchEvent(new CommandEvent({ type: 'sort', sort: chosen }));
  };
}
