import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { Filter } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { offeredFilters } from '../../model/discussion/offers.js';
import { menuSelect } from './menu-select.js';

/** The selections that the backend offers, to choose from. Nothing where there are none, or no comments. */
export function filterMenu(
  { state: { listing, comments }, adapter }: DiscussionStore,
  shown: Filter | undefined,
  messages: Messages,
): TemplateResult | typeof nothing {
  const filters = adapter ? offeredFilters(adapter) : [];
  if (filters.length === 0 || listing.state !== 'ready' || comments.length === 0) return nothing;
  const select = menuSelect({
    options: ['all' as const, ...filters].map((value) => ({ value, name: messages.filters[value] })),
    shown: shown ?? 'all',
    choose: (filter) => ({ type: 'filter', filter }),
  });
  return html`<label part="filter" class="order small">${messages.filter} ${select}</label>`;
}
