import { html, nothing } from 'lit';
import type { ReadingMessages } from '../../i18n/messages.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';

/** Lets the reader choose among the orders that the backend offers, where there is a choice, and something to put in order. */
export function orderChoice(store: DiscussionStore, messages: ReadingMessages, onChange: (event: Event) => unknown): unknown {
  const { listing, comments, sort } = store.state;
  const sorts = store.features.sorts ?? [];
  if (sorts.length < 2 || listing.state !== 'ready' || comments.length < 2) return nothing;
  return html`<label part="order" class="order small">${messages.order}<select part="select" @change=${onChange}>${sorts.map(
    (one) => html`<option value=${one} .selected=${one === sort} .textContent=${messages.orders[one]}></option>`,
  )}</select></label>`;
}
