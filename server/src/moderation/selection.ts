/** Comments that a moderator has selected on a page of a queue, as the values of its checkboxes. */
import { isMalformed } from '../contract/malformed-text.js';
import type { Target } from './actions.js';
import { type Form, valuesOf } from './form.js';
import type { QueueItem } from './queues.js';

export interface SelectedComment extends Target {
  /** The one that was on the page. */
  readonly revision: string;
  /** References of the reports that were on the page. */
  readonly reports: readonly string[];
}

/** More than a page has. */
const maxSelected = 100;

export const selectionValue = ({ comment, reports }: QueueItem): string =>
  JSON.stringify([comment.key, comment.id, String(comment.revision), ...reports.map(({ reference }) => reference)]);

/** Values that no page has are left out. */
export const readSelection = (form: Form): readonly SelectedComment[] =>
  valuesOf(form, 'item').slice(0, maxSelected).flatMap(readValue);

const isText = (value: unknown): value is string => typeof value === 'string' && !isMalformed(value);

function readValue(value: string): SelectedComment | readonly [] {
  try {
    const list: unknown = JSON.parse(value);
    if (!Array.isArray(list) || list.length < 3 || !list.every(isText)) return [];
    const [key = '', id = '', revision = '', ...reports] = list;
    return { key, id, revision, reports };
  } catch {
    return [];
  }
}
