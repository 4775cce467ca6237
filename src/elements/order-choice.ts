import { html, nothing } from 'lit';
import type { Sort } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import { causeOf, failure } from './failure.js';
import type { Words } from './locale-controller.js';
import { remember } from './preferences.js';

interface Surroundings {
  readonly store: DiscussionStore;
  readonly messages: Words;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
}

/** Lets the reader choose among the orders that the backend offers, and remembers the choice. */
export class OrderChoice {
  readonly #surroundings: () => Surroundings;
  #wanted: Sort | undefined;

  constructor(surroundings: () => Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Only where there is a choice, and something to put in order. */
  render(): unknown {
    const { store, messages } = this.#surroundings();
    const { listing, comments, sort } = store.state;
    const sorts = store.features.sorts ?? [];
    if (sorts.length < 2 || listing.state !== 'ready' || comments.length < 2) return nothing;
    return html`<label part="order" class="order small">${messages.order}<select part="select" @change=${this.#onChange}>${sorts.map(
      (one) => html`<option value=${one} .selected=${one === sort} .textContent=${messages.orders[one]}></option>`,
    )}</select></label>`;
  }

  renderFailure(): unknown {
    const { store, messages } = this.#surroundings();
    const { sorting } = store.state;
    return sorting.state === 'failed'
      ? failure(messages.sortFailed(causeOf(sorting.error, messages)), messages, () => this.#wanted && void this.#change(this.#wanted))
      : nothing;
  }

  async #change(sort: Sort, select?: HTMLSelectElement): Promise<void> {
    const { store, messages, announce } = this.#surroundings();
    this.#wanted = sort;
    await store.sortBy(sort);
    const { state } = store;
    // It says what the list is in, not what failed.
    if (select && state.sorting.state === 'failed') select.value = state.sort;
    if (state.sort !== sort) return;
    remember('order', sort);
    announce(messages.sorted(messages.orders[sort]));
  }

  readonly #onChange = ({ currentTarget }: Event): void => {
    const select = currentTarget as HTMLSelectElement;
    void this.#change(select.value as Sort, select);
  };
}
