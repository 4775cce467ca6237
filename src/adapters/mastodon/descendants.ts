import type { Call } from '../../model/adapter.js';
import { orUndefined } from '../shared/errors.js';
import { pooled } from '../shared/tasks.js';
import { type MastodonClient, statusPath } from './client.js';
import { context, type Status } from './entities.js';

/** Requests at a time. */
const MAX_REQUESTS = 4;

const loadReplies = async (id: string, client: MastodonClient, call: Call): Promise<readonly Status[]> =>
  (await client.request({ path: `${statusPath(id)}/context` }, call, context)).descendants;

/**
 * Loads the replies to a status at all depths. Mastodon returns them in one response. Other servers, such as snac, return only direct
 * replies, so their replies are requested level by level.
 */
export async function loadDescendants(id: string, client: MastodonClient, call: Call): Promise<readonly Status[]> {
  const found = new Map<string, Status>();
  /** Adds statuses, and returns those that were not known. */
  const add = (statuses: readonly Status[]): readonly Status[] => {
    const added = statuses.filter((status) => !found.has(status.id));
    for (const status of added) found.set(status.id, status);
    return added;
  };
  const hasReplies = ({ replies_count: count }: Status): boolean => Boolean(count);
  let latest = add(await loadReplies(id, client, call));
  const isComplete = latest.some(({ in_reply_to_id: parentId }) => parentId !== null && found.has(parentId));
  for (let level = latest.filter(hasReplies); !isComplete && level.length > 0; level = latest.filter(hasReplies)) {
    const replies = await pooled(
      level.map((parent) => (inner) => orUndefined(loadReplies(parent.id, client, inner), 'not-found')),
      MAX_REQUESTS,
      call,
    );
    latest = add(replies.flatMap((some) => some ?? []));
  }
  return [...found.values()];
}
