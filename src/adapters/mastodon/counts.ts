import type { Call, CommentsAdapter } from '../../model/adapter.js';
import { batches, pooled } from '../shared/tasks.js';
import { orUndefined } from '../shared/errors.js';
import type { MastodonClient } from './client.js';
import { type Status, statuses } from './entities.js';
import { findStatusId } from './status-id.js';

/** Mastodon's limit for one request. */
const MAX_STATUSES = 20;
/** Requests at a time. */
const MAX_REQUESTS = 4;

/** Creates the method that counts the direct replies of statuses. */
export const createCounts = (client: MastodonClient): Required<Pick<CommentsAdapter, 'counts'>> => ({
  async counts(discussions, call) {
    const ids = new Set(discussions.flatMap(({ key }) => findStatusId(key) ?? []));
    const requests = batches([...ids], MAX_STATUSES).map((batch) => loadStatuses(batch, client, call));
    const found = (await Promise.all(requests)).flat();
    const countsById = new Map(found.map(({ id, replies_count: count = 0 }) => [id, count]));
    const counts = discussions.map(({ key }) => [key, countsById.get(findStatusId(key) ?? '')] as const);
    return new Map(counts.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
  },
});

/** Loads statuses in one request, or one by one where that is not supported: by Mastodon before 4.3 and other servers. */
async function loadStatuses(ids: readonly string[], client: MastodonClient, call: Call): Promise<readonly Status[]> {
  const request = client.request({ path: '/api/v1/statuses', query: { 'id[]': ids } }, call, statuses);
  const together = await orUndefined(request, 'not-found');
  if (together) return together;
  const found = await pooled(
    ids.map((id) => (inner) => orUndefined(client.status(id, inner), 'not-found')),
    MAX_REQUESTS,
    call,
  );
  return found.flatMap((status) => status ?? []);
}
