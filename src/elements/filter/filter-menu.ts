import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { Filter } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { offeredFilters } from '../../model/discussion/offered-filters.js';
import { CommandEvent } from '../command.js';

/** The selections that the backend offers, to choose from. Nothing where there are none, or no comments. */
export function filterMenu(
  { state: { listing, comments }, adapter }: DiscussionStore,
  shown: Filter | undefined,
  messages: Messages,
): TemplateResult | typeof nothing {
  const filters = adapter ? offeredFilters(adapter) : [];
  if (filters.length === 0 || listing.state !== 'ready' || comments.length === 0) return nothing;
  const onChange = ({ currentTarget }: Event): void => {
    const select = currentTarget as HTMLSelectElement;
    const chosen = select.value as Filter | 'all';
    // The menu follows the list, as that of the orders does.
    select.value = shown ?? 'all';
    select.dispatchEvent(new CommandEvent({ type: 'filter', filter: chosen }));
  };
  return html`
    <label part="filter" class="order small"
      >${messages.filter} <select part="select" @change=${onChange}>
        ${['all' as const, ...filters].map(
          (one) => html`<option value=${one} .selected=${one === (shown ?? 'all')}>${messages.filters[one]}</option>`,
        )}
      </select></label
    >
  `;
}
