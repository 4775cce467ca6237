import type { Call, DiscussionRef } from '../../model/adapter.js';
import { batches, pooled } from '../shared/tasks.js';
import { orUndefined } from '../shared/errors.js';
import { objects } from './decode.js';
import { isPostId } from './post-key.js';
import type { PostAddition } from './posts.js';
import type { Site } from './site.js';

/** Requests at a time. More would delay the comments of the site. */
const MAX_REQUESTS = 4;

/** The REST API's limit for the ids in one request. */
const MAX_BATCH = 100;

/**
 * Counts comments by the keys of the discussions. The companion plugin counts all posts with known ids in one
 * request. Plain WordPress reveals one count at a time, in the headers of an empty list.
 */
export async function countComments(
  discussions: readonly DiscussionRef[],
  site: Site,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const ids = discussions.map(({ key }) => key).filter(isPostId);
  // For a single id, this would save no request.
  const counts = ids.length > 1 ? await countWithCompanion(ids, site, signal) : new Map<string, number>();
  const remaining = discussions.filter(({ key }) => !counts.has(key));
  const remainingKeys = remaining.map(({ key }) => key);
  const idsBySlug = await site.posts.findIdsBySlug(remainingKeys, signal);
  const calls = remaining.map((discussion) => async (call: Call) => {
    const count = await countOne(discussion, idsBySlug, site, call.signal);
    if (count !== undefined) counts.set(discussion.key, count);
  });
  await pooled(calls, MAX_REQUESTS, { signal });
  return counts;
}

/** Counts posts of the type `posts`. Empty without the companion plugin. Posts with a password have no count. */
async function countWithCompanion(
  ids: readonly string[],
  { client }: Site,
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const batch of batches(ids, MAX_BATCH)) {
    const query = { include: batch.join(), per_page: MAX_BATCH, _fields: 'id,article_comments' };
    const { value } = await client.request({ path: '/wp/v2/posts', query }, signal);
    const posts = objects(value);
    if (!posts.some(({ article_comments: addition }) => addition)) break;
    for (const { id, article_comments: addition } of posts) {
      const { total } = Object(addition) as PostAddition;
      if (total !== undefined) counts.set(String(id), total);
    }
  }
  return counts;
}

async function countOne(
  discussion: DiscussionRef,
  idsBySlug: ReadonlyMap<string, number | undefined>,
  { client, posts }: Site,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { key } = discussion;
  const count = async (): Promise<number | undefined> => {
    const post = idsBySlug.has(key) ? idsBySlug.get(key) : await posts.findId(discussion, signal);
    if (post === undefined) return undefined;
    const query = { post, per_page: 1 };
    const { total } = await client.request({ method: 'HEAD', path: '/wp/v2/comments', query }, signal);
    return Number.isNaN(total) ? undefined : total;
  };
  // A post that the viewer may not read does not affect the others.
  return orUndefined(count(), 'forbidden', 'not-found');
}
