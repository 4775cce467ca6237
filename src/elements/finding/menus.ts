/** The menus above the list: its order, and selections of its comments. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import type { Filter } from '../../model/adapter.js';
import { commentsInOrder, isCounted } from '../../model/state/discussion-state.js';
import { offeredFilters, offeredSorts, sortId } from '../../model/discussion/offers.js';
import type { Command } from '../../presentation/command.js';
import { sortName } from '../../presentation/sort-name.js';
import type { Section } from '../section.js';

interface Option<Value extends string> {
  readonly value: Value;
  readonly name: string;
}

/** A menu that shows the state of the list: a chosen option as soon as it is loading. */
function menu<Value extends string>(
  section: Section,
  options: readonly Option<Value>[],
  shown: Value,
  choose: (chosen: Value) => Command,
): TemplateResult {
  const onChange = ({ currentTarget }: Event): void => {
    const select = currentTarget as HTMLSelectElement;
    const command = choose(select.value as Value);
    select.value = shown;
    void section.run(command);
  };
  return html`<select part="select" @change=${onChange}>
    ${options.map(({ value, name }: Option<string>) => html`<option value=${value} .selected=${value === shown}>${name}</option>`)}
  </select>`;
}

/**
 * The orders that the backend offers. Nothing if there is no choice, or nothing to sort.
 *
 * @csspart order - The sort menu with its label.
 * @csspart select - The select boxes of the sort menu and the filter menu.
 */
export function sortMenu(section: Section): TemplateResult | typeof nothing {
  const { adapter, state } = section.store;
  const { listing, comments, sort, sorting } = state;
  const { messages } = section;
  const sorts = adapter ? offeredSorts(adapter) : [];
  if (sorts.length < 2 || listing.state !== 'ready' || comments.length < 2) return nothing;
  const select = menu(
    section,
    sorts.map((one) => ({ value: sortId(one), name: sortName(one, messages) })),
    sorting.state === 'loading' ? sorting.sort : sort,
    (chosen) => ({ type: 'sort', sort: chosen }),
  );
  return html`<label part="order" class="order small"><span>${messages.order}</span> ${select}</label>`;
}

/**
 * The selections that the backend offers. Nothing if there are none, or no comments.
 *
 * @csspart filter - The filter menu, such as for the editors’ picks, with its label.
 */
export function filterMenu(section: Section<VisitMessages>): TemplateResult | typeof nothing {
  const { adapter, state } = section.store;
  const { messages, formats } = section;
  const { listing, comments, selection, filtering, total } = state;
  const filters = adapter ? offeredFilters(adapter) : [];
  if (filters.length === 0 || listing.state !== 'ready' || comments.length === 0) return nothing;
  const shown = filtering.state === 'loading' ? filtering.filter : selection?.filter;
  const loaded = selection?.items ?? commentsInOrder(state).filter(isCounted);
  const isAll = selection ? !selection.next : loaded.length === total;
  const count = isAll ? ` (${formats.number(loaded.filter(({ featured }) => featured).length)})` : '';
  const select = menu<Filter | 'all'>(
    section,
    (['all', ...filters] as const).map((value) => ({
      value,
      name: messages.filters[value] + (value === 'all' ? '' : count),
    })),
    shown ?? 'all',
    (filter) => ({ type: 'filter', filter }),
  );
  return html`<label part="filter" class="order small"><span>${messages.filter}</span> ${select}</label>`;
}
