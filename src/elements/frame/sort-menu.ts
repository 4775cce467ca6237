import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { offeredSorts, sortId } from '../../model/discussion/offers.js';
import { sortName } from '../../presentation/sort-name.js';
import { raise } from '../command.js';
import { failure } from './failure.js';
import { menuSelect } from './menu-select.js';

/** The orders that the backend offers, to choose from. Nothing where there is no choice, or nothing to sort. */
export function sortMenu(
  { state: { listing, comments, sort, sorting }, adapter }: DiscussionStore,
  messages: Messages,
): TemplateResult | typeof nothing {
  const sorts = adapter ? offeredSorts(adapter) : [];
  if (sorts.length < 2 || listing.state !== 'ready' || comments.length < 2) return nothing;
  const select = menuSelect({
    options: sorts.map((one) => ({ value: sortId(one), name: sortName(one, messages) })),
    shown: sorting.state === 'loading' ? sorting.sort : sort,
    choose: (chosen) => ({ type: 'sort', sort: chosen }),
  });
  return html`<label part="order" class="order small">${messages.order} ${select}</label>`;
}

/** Says that the order could not be changed. */
export function sortFailure({ sorting }: DiscussionState, messages: Messages): TemplateResult | typeof nothing {
  if (sorting.state !== 'failed') return nothing;
  const { error, sort } = sorting;
  return failure(messages.sortFailed, error, messages, raise({ type: 'sort', sort }));
}
