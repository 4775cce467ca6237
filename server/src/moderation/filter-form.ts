/** The form above a queue that searches and filters it. It is sent by GET, so the address of a page says all of it. */
import { markup, type Markup, type MarkupValue } from '../notices/markup.js';
import { pages } from './page-frame.js';
import { fill, numberOf, type PageWords } from './page-words.js';
import { ages, hrefOf, isFiltered, type QueueAddress, type QueueFilter, unfiltered } from './queue-address.js';
import type { WaitingDiscussion } from './queues.js';

export interface FilterForm {
  readonly path: string;
  readonly address: QueueAddress;
  /** Number of comments that the filter finds; absent without a filter. */
  readonly found?: number | undefined;
  /** Those to choose from. */
  readonly discussions: readonly WaitingDiscussion[];
}

type Option = readonly [value: string, label: MarkupValue];

export function filterForm({ path, address, found, discussions }: FilterForm, words: PageWords): Markup {
  const { own } = words;
  const { queue, filter } = address;
  const isOpen = isFiltered({ ...filter, search: '' });
  return markup`<form class="filter" method="get" action="${path}${pages[queue]}" role="search">
<div class="search">
<label class="unseen" for="search">${own.search}</label>
<input id="search" type="search" name="search" value="${filter.search}" maxlength="200" dir="auto"
autocomplete="off" placeholder="${own.search}" data-key="/">
<button class="control">${own.search}</button>
</div>
<details${isOpen && markup` open`}>
<summary>${own.filters}</summary>
<div class="fields">
${select('discussion', own.discussion, filter, discussionOptions(filter.discussion, discussions, words), words)}
${select(
  'by',
  own.author,
  filter,
  [
    ['guest', own.guests],
    ['account', own.accounts],
    ['first', own.firstComments],
  ],
  words,
)}
${
  queue === 'held' &&
  select(
    'cause',
    own.heldFor,
    filter,
    [
      ['words', own.heldForWords],
      ['check', own.heldForCheck],
      ['rule', own.heldForRule],
    ],
    words,
  )
}
${select('age', own.age, filter, ageOptions(words), words)}
</div>
</details>
${
  found !== undefined &&
  markup`<p class="found">${fill(own.found, { count: numberOf(found, words) })} ·
<a href="${hrefOf(path, unfiltered(address))}">${own.showAll}</a></p>`
}
</form>`;
}

function select(
  name: keyof QueueFilter,
  label: string,
  filter: QueueFilter,
  options: readonly Option[],
  { own }: PageWords,
): Markup {
  return markup`<div>
<label for="filter-${name}">${label}</label>
<select id="filter-${name}" name="${name}">
<option value="">${own.all}</option>
${options.map(([value, text]) => markup`<option value="${value}"${value === filter[name] && markup` selected`}>${text}</option>`)}
</select>
</div>`;
}

/** A shared address may name a discussion that has nothing in the queue by now. */
function discussionOptions(
  chosen: string,
  discussions: readonly WaitingDiscussion[],
  words: PageWords,
): readonly Option[] {
  const options = discussions.map(({ key, title, count }): Option => [
    key,
    `${title ?? key} (${numberOf(count, words)})`,
  ]);
  return chosen === '' || options.some(([key]) => key === chosen) ? options : [[chosen, chosen], ...options];
}

const ageOptions = ({ lang, own }: PageWords): readonly Option[] =>
  Object.entries(ages).map(([name, { side, amount, unit }]) => {
    const time = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
    return [name, fill(own[side], { time })];
  });
