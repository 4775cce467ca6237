/** The bar above a queue for the selected comments. Their checkboxes are in the rows and belong to its form. */
import { markup, type Markup } from '../notices/markup.js';
import type { HouseRules } from '../rules/house-rules.js';
import { pageFields } from './action-forms.js';
import { bulkActions, selectionValue } from './bulk-action.js';
import { nameOf } from './open-reports.js';
import { pages } from './page-frame.js';
import type { PageWords } from './page-words.js';
import { parametersOf, type QueueAddress } from './queue-address.js';
import type { QueueItem } from './queues.js';
import { emptyRemoval, type RemovalEntry, removalFields } from './removal-fields.js';

/** What is selected when the page opens, and what was wrong with an action on it. */
export interface Selection {
  /** Values of checkboxes. */
  readonly values: readonly string[] | 'all';
  readonly isMissing?: boolean;
  readonly refused?: RemovalEntry;
}

const emptySelection: Selection = { values: [] };

const formId = 'bulk';

interface BulkForm {
  readonly path: string;
  readonly address: QueueAddress;
  readonly rules: HouseRules;
  readonly selection?: Selection | undefined;
}

export function bulkForm(
  { path, address, rules, selection: { values, isMissing, refused } = emptySelection }: BulkForm,
  words: PageWords,
): Markup {
  const { own, core, moderation } = words;
  const isAll = values === 'all';
  const labels = {
    approve: moderation.actions.approve.label,
    dismiss: own.dismiss,
    restore: own.restore,
  };
  const buttons = bulkActions[address.queue].map((action) =>
    action === 'remove'
      ? markup`<details${refused !== undefined && markup` open`}>
<summary class="control">${core.removal.editors.remove}…</summary>
<div class="fields">${removalFields({ id: formId, rules, entry: refused ?? emptyRemoval }, words)}
<button class="control danger" name="action" value="remove">${core.removal.editors.remove}</button>
</div>
</details>`
      : markup`<button class="control" name="action" value="${action}" formnovalidate>${labels[action]}</button>`,
  );
  // The first button of a form is pressed by Enter in any of its checkboxes: here, one that does nothing.
  return markup`<div class="bulk" role="group" aria-label="${own.selection}">
<form id="select-all" method="get" action="${path}${pages[address.queue]}">
${[...parametersOf(address)].map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}
<button class="control"${!isAll && markup` name="select" value="all"`} data-key="b" data-all="${own.selectPage}"
data-none="${own.selectNone}">${isAll ? own.selectNone : own.selectPage}</button>
</form>
<form id="${formId}" method="post" action="${path}/bulk">
<button disabled hidden></button>${pageFields(address)}
${buttons}
</form>
<p class="selected" hidden data-text="${own.selected}" role="status"></p>
${isMissing === true && markup`<p class="problem" role="alert" tabindex="-1" autofocus>${own.noneSelected}</p>`}
</div>`;
}

/** The checkbox in the row of a comment. */
export function selectBox(item: QueueItem, { values }: Selection = emptySelection, { own }: PageWords): Markup {
  const value = selectionValue(item);
  const isSelected = values === 'all' || values.includes(value);
  return markup`<label class="choice"><input type="checkbox" name="item" value="${value}" form="${formId}" data-key="x"
autocomplete="off"${isSelected && markup` checked`}><span>${own.select}<span class="unseen">: <bdi>${nameOf(
    item.comment,
  )}</bdi></span></span></label>`;
}
