import type { Call } from '../../model/adapter.js';
import { orUndefined } from '../shared/errors.js';
import { pooled } from '../shared/tasks.js';
import { type MastodonClient, statusPath } from './client.js';
import { context, type Status } from './entities.js';

/** Requests at a time. */
const MAX_REQUESTS = 4;

/**
 * Loads the replies to a status at all depths; none if it does not exist. Mastodon returns them in one response. Other servers, such as
 * snac, return only direct replies, so their replies are requested level by level.
 */
export async function loadDescendants(id: string, client: MastodonClient, call: Call): Promise<readonly Status[]> {
  const found = new Map<string, Status>();
  for (let level = [id]; level.length > 0;) {
    const requests = level.map(
      (parent) => (inner: Call) =>
        orUndefined(client.request({ path: `${statusPath(parent)}/context` }, inner, context), 'not-found'),
    );
    const threads = await pooled(requests, MAX_REQUESTS, call);
    const added = threads.flatMap((thread) => thread?.descendants ?? []).filter((status) => !found.has(status.id));
    for (const status of added) found.set(status.id, status);
    const ids = new Set(added.map((status) => status.id));
    const isComplete = added.some(({ in_reply_to_id: parent }) => ids.has(parent ?? ''));
    level = isComplete ? [] : added.filter((status) => status.replies_count).map((status) => status.id);
  }
  return [...found.values()];
}
