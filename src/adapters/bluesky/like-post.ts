import type { Vote, Votes } from '../../model/adapter.js';
import type { Post } from './lexicon.js';
import type { OwnRecords } from './own-records.js';
import { splitUri } from './post-uri.js';
import { recordKey } from './record-key.js';

const LIKE_COLLECTION = 'app.bsky.feed.like';

/**
 * Likes a post, or removes the like. A like is a record in the reader's repository. Its key is derived from
 * the post: a second like has the same key, and a like can be deleted before the AppView has indexed it. Likes
 * that were created elsewhere are found through the AppView.
 */
export async function likePost(
  { uri, cid, viewer, likeCount = 0 }: Post,
  value: Vote['value'],
  records: OwnRecords,
): Promise<Votes> {
  const ownKey = recordKey(uri);
  const indexedKey = viewer?.like === undefined ? undefined : splitUri(viewer.like).recordKey;
  const isFromElsewhere = indexedKey !== undefined && indexedKey !== ownKey;
  if (value !== 1) {
    await records.delete(LIKE_COLLECTION, ownKey);
    if (isFromElsewhere) await records.delete(LIKE_COLLECTION, indexedKey);
  } else if (!isFromElsewhere) {
    await records.create(LIKE_COLLECTION, ownKey, { subject: { uri, cid }, createdAt: new Date().toISOString() });
  }
  const mine = value === 1 ? 1 : 0;
  return { up: Math.max(0, likeCount - Number(indexedKey !== undefined)) + mine, mine };
}
