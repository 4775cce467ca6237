/** The forms below a comment. Each posts to an address of its own and leads back to the same page of the queue. */
import { markup, type Markup } from './markup.js';
import { nameOf } from './comment-view.js';
import { type EntryProblem, type PageWords, problemText } from './page-words.js';
import { parametersOf, type QueueAddress } from './queue-address.js';
import type { QueueItem } from './queues.js';

/** Maximum length of a note, in UTF-16 code units, as browsers count. */
export const maxNoteLength = 500;

export interface FormPlace {
  /** Path of the moderation pages. */
  readonly path: string;
  /** The page that the form is on. */
  readonly address: QueueAddress;
}

const hidden = (name: string, value: string): Markup => markup`<input type="hidden" name="${name}" value="${value}">`;

/** The page to return to. */
const addressFields = ({ address }: FormPlace): Markup => markup`
${hidden('from', address.queue)}
${hidden('page', parametersOf(address).toString())}`;

const commonFields = (place: FormPlace, { comment, since }: QueueItem): Markup => markup`
${hidden('discussion', comment.key)}
${hidden('comment', comment.id)}
${hidden('revision', String(comment.revision))}
${hidden('since', since.toISOString())}${addressFields(place)}`;

/** Completes a button's words for people who go from button to button. */
const of = ({ comment }: QueueItem): Markup => markup`<span class="unseen">: <bdi>${nameOf(comment)}</bdi></span>`;

export const approveForm = (place: FormPlace, item: QueueItem, { moderation }: PageWords): Markup => markup`
<form method="post" action="${place.path}/approve">${commonFields(place, item)}
<button class="control">${moderation.actions.approve.label}${of(item)}</button>
</form>`;

/** Dismisses the reports that are shown, and none that has come since. */
export const dismissForm = (place: FormPlace, item: QueueItem, { own }: PageWords): Markup => markup`
<form method="post" action="${place.path}/dismiss">${commonFields(place, item)}
${item.reports.map(({ reference }) => hidden('report', reference))}
<button class="control">${own.dismiss}${of(item)}</button>
</form>`;

export const restoreForm = (place: FormPlace, item: QueueItem, { own }: PageWords): Markup => markup`
<form method="post" action="${place.path}/restore">${commonFields(place, item)}
<button class="control">${own.restore}${of(item)}</button>
</form>`;

export interface Reason {
  readonly id: string;
  readonly label: string;
}

/** What a moderator has entered, and what is wrong with it. */
export interface RemovalEntry {
  readonly reason: string;
  readonly note: string;
  /** `law`, `terms`, or empty: the author gets no statement of reasons. */
  readonly ground: string;
  /** The provision or the rule. */
  readonly rule: string;
  readonly problem?: EntryProblem<RemovalField>;
}

export type RemovalField = 'reason' | 'note' | 'ground' | 'rule';

/** The form behind "Remove…", opened by the browser itself. `id`: a prefix for the ids of its fields. */
export function removeForm(
  place: FormPlace,
  item: QueueItem,
  words: PageWords,
  { id, reasons, entry }: { readonly id: string; readonly reasons: readonly Reason[]; readonly entry: RemovalEntry },
): Markup {
  const { own, legal, core, takingPart } = words;
  const { problem } = entry;
  const invalid = (field: RemovalField): Markup | false =>
    problem?.field === field && markup` aria-invalid="true" aria-describedby="${id}-problem" autofocus`;
  const message = (field: RemovalField): Markup | false =>
    problem?.field === field && markup`<p class="problem" id="${id}-problem">${problemText(problem, words)}</p>`;
  return markup`
<details${problem !== undefined && markup` open`}>
<summary class="control">${core.removal.editors.remove}…${of(item)}</summary>
<form method="post" action="${place.path}/remove">${commonFields(place, item)}
<label for="${id}-reason">${legal.reason}</label>
<select id="${id}-reason" name="reason" required${invalid('reason')}>
<option value="">${takingPart.reasonMissing}</option>
${reasons.map(
  (reason) =>
    markup`<option value="${reason.id}"${reason.id === entry.reason && markup` selected`}>${reason.label}</option>`,
)}
</select>
${message('reason')}
<label for="${id}-note">${own.note}</label>
<textarea id="${id}-note" name="note" rows="3" maxlength="${maxNoteLength}" dir="auto"${invalid('note')}>
${entry.note}</textarea>
${message('note')}
<label for="${id}-ground">${own.judgedBy}</label>
<select id="${id}-ground" name="ground"${invalid('ground')}>
<option value="">${own.notSaid}</option>
<option value="law"${entry.ground === 'law' && markup` selected`}>${legal.decision.grounds.law}</option>
<option value="terms"${entry.ground === 'terms' && markup` selected`}>${legal.decision.grounds.terms}</option>
</select>
${message('ground')}
<label for="${id}-rule">${legal.decision.rule} ${takingPart.optional}</label>
<input id="${id}-rule" name="rule" value="${entry.rule}" maxlength="${maxNoteLength}" dir="auto"${invalid('rule')}>
${message('rule')}
<button class="control danger">${core.removal.editors.remove}${of(item)}</button>
</form>
</details>`;
}
