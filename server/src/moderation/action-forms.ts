/** The forms below a comment. Each posts to an address of its own and leads back to the same page of the queue. */
import { markup, type Markup } from '../notices/markup.js';
import type { HouseRules } from '../rules/house-rules.js';
import { nameOf } from './open-reports.js';
import type { PageWords } from './page-words.js';
import { parametersOf, type QueueAddress } from './queue-address.js';
import type { QueueItem } from './queues.js';
import { type RemovalEntry, removalFields } from './removal-fields.js';

export interface FormPlace {
  /** Path of the moderation pages. */
  readonly path: string;
  /** The page that the form is on. */
  readonly address: QueueAddress;
}

const hidden = (name: string, value: string): Markup => markup`<input type="hidden" name="${name}" value="${value}">`;

/** The page to return to. */
export const pageFields = (address: QueueAddress): Markup => markup`
${hidden('from', address.queue)}
${hidden('page', parametersOf(address).toString())}`;

const commonFields = (place: FormPlace, { comment, since }: QueueItem): Markup => markup`
${hidden('discussion', comment.key)}
${hidden('comment', comment.id)}
${hidden('revision', String(comment.revision))}
${hidden('since', since.toISOString())}${pageFields(place.address)}`;

/** Completes a button's words for people who go from button to button. */
const of = ({ comment }: QueueItem): Markup => markup`<span class="unseen">: <bdi>${nameOf(comment)}</bdi></span>`;

export const approveForm = (place: FormPlace, item: QueueItem, { moderation }: PageWords): Markup => markup`
<form method="post" action="${place.path}/approve">${commonFields(place, item)}
<button class="control" data-key="a">${moderation.actions.approve.label}${of(item)}</button>
</form>`;

/** Dismisses the reports that are shown, and none that has come since. */
export const dismissForm = (place: FormPlace, item: QueueItem, { own }: PageWords): Markup => markup`
<form method="post" action="${place.path}/dismiss">${commonFields(place, item)}
${item.reports.map(({ reference }) => hidden('report', reference))}
<button class="control" data-key="d">${own.dismiss}${of(item)}</button>
</form>`;

export const restoreForm = (place: FormPlace, item: QueueItem, { own }: PageWords): Markup => markup`
<form method="post" action="${place.path}/restore">${commonFields(place, item)}
<button class="control" data-key="u">${own.restore}${of(item)}</button>
</form>`;

/** The form behind "Remove…", opened by the browser itself. `id`: a prefix for the ids of its fields. */
export function removeForm(
  place: FormPlace,
  item: QueueItem,
  words: PageWords,
  fields: { readonly id: string; readonly rules: HouseRules; readonly entry: RemovalEntry },
): Markup {
  const { core } = words;
  return markup`
<details${fields.entry.problem !== undefined && markup` open`}>
<summary class="control" data-key="r">${core.removal.editors.remove}…${of(item)}</summary>
<form method="post" action="${place.path}/remove">${commonFields(place, item)}${removalFields(fields, words)}
<button class="control danger">${core.removal.editors.remove}${of(item)}</button>
</form>
</details>`;
}
