/** One action on several comments: the same operations as for single ones, one after the other. */
import type { FastifyBaseLogger } from 'fastify';
import type { Store } from '../discussion/store.js';
import type { Caller } from '../identity/caller.js';
import { type Target } from '../operations/claims.js';
import { isMalformed } from '../rules/valid-text.js';
import { approve, dismiss, findAuthor, remove, restore } from './actions.js';
import { type Form, valuesOf } from './form.js';
import type { BulkAction, BulkResult, Hindrance, Outcome, Unchanged } from './notice.js';
import type { QueueName } from './queue-address.js';
import type { QueueItem } from './queues.js';
import type { RemovalEntry } from './removal-fields.js';

/** What can be done with several comments of each queue. */
export const bulkActions = {
  held: ['approve', 'remove'],
  reported: ['dismiss', 'remove'],
  removed: ['restore'],
} as const satisfies Readonly<Record<QueueName, readonly BulkAction[]>>;

/** A cookie, which carries the result to the next page, has little room. */
const maxNames = 8;
const maxNameLength = 30;

export interface BulkRequest {
  readonly action: BulkAction;
  readonly selection: readonly SelectedComment[];
  readonly moderator: Caller;
  /** For a removal. */
  readonly entry: RemovalEntry;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
}

/** Does for each comment what can be done. A comment that fails does not stop the others. */
export async function actOnAll(
  store: Store,
  { action, selection, moderator, entry, log }: BulkRequest,
): Promise<BulkResult> {
  const act = (comment: SelectedComment): Promise<Outcome> => {
    switch (action) {
      case 'approve':
        return approve(store, moderator, comment, comment.revision);
      case 'remove':
        return remove(store, moderator, comment, entry);
      case 'dismiss':
        return dismiss(store, comment, comment.reports);
      case 'restore':
        return restore(store, comment);
    }
  };
  let done = 0;
  const names: Record<Hindrance, string[]> = { handled: [], edited: [], failed: [] };
  for (const comment of selection) {
    // Before the action, which may erase it.
    const name = await findAuthor(store, comment).catch(() => comment.id);
    const outcome = await act(comment).catch((error: unknown): 'failed' => {
      log.error(error);
      return 'failed';
    });
    if (outcome === 'failed' || outcome === 'edited') names[outcome].push(name);
    else if (outcome === 'unchanged') names.handled.push(name);
    else done++;
  }
  const unchanged = Object.entries(names).filter(([, list]) => list.length > 0);
  return {
    action,
    done,
    unchanged: Object.fromEntries(unchanged.map(([hindrance, list]) => [hindrance, summaryOf(list)])),
  };
}

const summaryOf = (names: readonly string[]): Unchanged => ({
  count: names.length,
  names: names.slice(0, maxNames).map((name) => [...name].slice(0, maxNameLength).join('')),
});

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
