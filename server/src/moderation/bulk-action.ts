/** One action on several comments: the same operations as for single ones, one after the other. */
import type { FastifyBaseLogger } from 'fastify';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { approve, dismiss, type Outcome, remove, restore } from './actions.js';
import { findAuthor } from './find-author.js';
import type { QueueName } from './queue-address.js';
import type { RemovalEntry } from './removal-fields.js';
import type { SelectedComment } from './selection.js';

/** What can be done with several comments of each queue. */
export const bulkActions = {
  held: ['approve', 'remove'],
  reported: ['dismiss', 'remove'],
  removed: ['restore'],
} as const satisfies Readonly<Record<QueueName, readonly string[]>>;

export type BulkAction = (typeof bulkActions)[QueueName][number];

/** Why a comment was not changed: another moderator was faster, its author has edited it, or the server could not. */
export type Hindrance = 'handled' | 'edited' | 'failed';

/** Comments that were not changed. */
export interface Unchanged {
  readonly count: number;
  /** Of the first authors. */
  readonly names: readonly string[];
}

export interface BulkResult {
  readonly action: BulkAction;
  readonly done: number;
  readonly unchanged: Readonly<Partial<Record<Hindrance, Unchanged>>>;
}

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
