import type { Store } from '../store.js';
import { topSeconds } from '../discussion/list-top.js';

/** Seconds for which events are kept. Whoever comes back later is told to list again. */
export const eventSeconds = 86_400;

/** Deletes what nobody can ask for any more. Several instances may do it at once. */
export async function trim({ database, now }: Pick<Store, 'database' | 'now'>): Promise<void> {
  const ago = (seconds: number): Date => new Date(now().getTime() - seconds * 1000);
  await database.deleteFrom('events').where('created_at', '<', ago(eventSeconds)).execute();
  // A minute more than a list may last, for those who ask at the last moment.
  await database
    .deleteFrom('past_scores')
    .where('created_at', '<', ago(topSeconds + 60))
    .execute();
  await database.deleteFrom('paces').where('free_at', '<', now()).execute();
}
