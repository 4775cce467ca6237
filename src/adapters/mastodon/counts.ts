import type { Call, DiscussionRef } from '../../model/adapter.js';
import { batches } from '../shared/batches.js';
import type { MastodonClient } from './client.js';
import type { Status } from './entities.js';
import { findStatusId } from './status-id.js';

/** Mastodon's limit for one request. */
const MAX_STATUSES = 20;

/** Counts the direct replies of statuses, by the keys of the discussions. */
export async function countReplies(
  discussions: readonly DiscussionRef[],
  client: MastodonClient,
  call: Call,
): Promise<ReadonlyMap<string, number>> {
  const ids = new Set(discussions.flatMap(({ key }) => findStatusId(key) ?? []));
  const requests = batches([...ids], MAX_STATUSES).map((batch) => {
    const query = { 'id[]': batch };
    return client.request<readonly Status[]>('GET', 'v1/statuses', call, { query });
  });
  const statuses = (await Promise.all(requests)).flat();
  const countsById = new Map(statuses.map(({ id, replies_count: count = 0 }) => [id, count]));
  const counts = new Map<string, number>();
  for (const { key } of discussions) {
    const count = countsById.get(findStatusId(key) ?? '');
    if (count !== undefined) counts.set(key, count);
  }
  return counts;
}
