import type { Vote, Votes } from '../../model/adapter.js';
import type { Post } from './lexicon.js';
import type { OwnRecords } from './own-records.js';
import { partsOf } from './post-address.js';
import { recordKey } from './record-key.js';

const COLLECTION = 'app.bsky.feed.like';

/**
 * A like is a record in the reader's own repository. Those made here have a key that follows from the post, so that two of
 * them are one, and one can be taken back before the AppView has heard of it; one made elsewhere is named by the AppView.
 */
export async function writeLike({ uri, cid, viewer, likeCount = 0 }: Post, value: Vote['value'], records: OwnRecords): Promise<Votes> {
  const rkey = recordKey(uri);
  const known = viewer?.like === undefined ? undefined : partsOf(viewer.like).recordKey;
  const isOfElsewhere = known !== undefined && known !== rkey;
  if (value !== 1) {
    await records.delete(COLLECTION, rkey);
    if (isOfElsewhere) await records.delete(COLLECTION, known);
  } else if (!isOfElsewhere) {
    await records.put(COLLECTION, rkey, { subject: { uri, cid }, createdAt: new Date().toISOString() });
  }
  const mine = value === 1 ? 1 : 0;
  return { up: Math.max(0, likeCount - Number(known !== undefined)) + mine, mine };
}
