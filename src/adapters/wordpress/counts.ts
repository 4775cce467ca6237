import type { Call, DiscussionRef } from '../../model/adapter.js';
import { batches, pooled } from '../shared/tasks.js';
import { orUndefined } from '../shared/errors.js';
import { totalOf } from './client.js';
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
  call: Call,
): Promise<ReadonlyMap<string, number>> {
  const ids = discussions.map(({ key }) => key).filter(isPostId);
  // For a single id, this would save no request.
  const counts = ids.length > 1 ? await countWithCompanion(ids, site, call) : new Map<string, number>();
  const remaining = discussions.filter(({ key }) => !counts.has(key));
  const remainingKeys = remaining.map(({ key }) => key);
  const idsBySlug = await site.posts.findIdsBySlug(remainingKeys, call);
  const calls = remaining.map((discussion) => async (inner: Call) => {
    const count = await countOne(discussion, idsBySlug, site, inner);
    if (count !== undefined) counts.set(discussion.key, count);
  });
  await pooled(calls, MAX_REQUESTS, call);
  return counts;
}

/** Counts posts of the type `posts`. Empty without the companion plugin. Posts with a password have no count. */
async function countWithCompanion(ids: readonly string[], { client }: Site, call: Call): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const batch of batches(ids, MAX_BATCH)) {
    const query = { include: batch.join(), per_page: MAX_BATCH, _fields: 'id,article_comments' };
    const posts = await client.request({ path: '/wp/v2/posts', query }, call, objects);
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
  call: Call,
): Promise<number | undefined> {
  const { key } = discussion;
  const count = async (): Promise<number | undefined> => {
    const post = idsBySlug.has(key) ? idsBySlug.get(key) : await posts.findId(discussion, call);
    if (post === undefined) return undefined;
    const query = { post, per_page: 1 };
    return client.request({ method: 'HEAD', path: '/wp/v2/comments', query }, call, (_value, _place, response) =>
      totalOf(response),
    );
  };
  // A post that the viewer may not read does not affect the others.
  return orUndefined(count(), 'forbidden', 'not-found');
}
