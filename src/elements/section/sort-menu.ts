import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { offeredSorts, sortId } from '../../model/discussion/offered-sorts.js';
import { sortName } from '../../presentation/sort-name.js';
import { CommandEvent, raise } from '../command.js';
import { failure } from './failure.js';

/** The orders that the backend offers, to choose from. Nothing where there is no choice, or nothing to sort. */
export function sortMenu(
  { state: { listing, comments, sort, sorting }, adapter }: DiscussionStore,
  messages: Messages,
): TemplateResult | typeof nothing {
  const sorts = adapter ? offeredSorts(adapter) : [];
  if (sorts.length < 2 || listing.state !== 'ready' || comments.length < 2) return nothing;
  const shown = sorting.state === 'loading' ? sorting.sort : sort;
  const onChange = ({ currentTarget }: Event): void => {
    const select = currentTarget as HTMLSelectElement;
    const chosen = select.value;
    // The menu follows the list: it shows the new order as soon as that is being loaded.
    select.value = sort;
    select.dispatchEvent(new CommandEvent({ type: 'sort', sort: chosen }));
  };
  return html`
    <label part="order" class="order small"
      >${messages.order} <select part="select" @change=${onChange}>
        ${sorts.map((one) => html`<option value=${sortId(one)} .selected=${sortId(one) === shown}>${sortName(one, messages)}</option>`)}
      </select></label
    >
  `;
}

/** Says that the order could not be changed. */
export function sortFailure({ sorting }: DiscussionState, messages: Messages): TemplateResult | typeof nothing {
  if (sorting.state !== 'failed') return nothing;
  const { error, sort } = sorting;
  return failure(messages.sortFailed, error, messages, raise({ type: 'sort', sort }));
}
