import {
  AdapterError,
  type Author,
  type Call,
  type CommentId,
  type CommentsAdapter,
  type DiscussionRef,
  type Draft,
  type Report,
  type ReportReceipt,
  type SubmitResult,
  type Vote,
  type Votes,
} from '../../model/adapter.js';
import { requireAuthor } from '../shared/errors.js';
import type { BlueskyClient } from './client.js';
import { type Post, report as reportReceipt } from './lexicon.js';
import { ownRecords, type OwnRecords } from './own-records.js';
import { postReply } from './post-reply.js';
import { POST_COLLECTION, splitUri } from './post-uri.js';
import { recordKey } from './record-key.js';

const LIKE_COLLECTION = 'app.bsky.feed.like';

/**
 * Likes a post, or removes the like. A like is a record in the reader's repository. Its key is derived from
 * the post: a second like has the same key, and a like can be deleted before the AppView has indexed it. Likes
 * that were created elsewhere are found through the AppView.
 */
async function likePost(
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

/** Bluesky's reasons for those of the section. All others become `Other`, which the reader's text explains. */
const REASONS: Readonly<Record<string, string>> = {
  abuse: 'Rude',
  spam: 'Spam',
  false: 'Misleading',
  private: 'Violation',
  illegal: 'Violation',
};

const GONE = 'This post is no longer on Bluesky.';

/** Creates the methods that write. `profile`: of the account, as far as it is known. */
export function createWriting(client: BlueskyClient, profile: () => Author | undefined) {
  /** The account of the session, and its records. */
  function access(call: Call) {
    const { did } = client.requireSession();
    return { author: { name: did, ...profile(), id: did }, records: ownRecords(client, did, call) };
  }

  async function loadPost(id: string, call: Call): Promise<Post> {
    const [post] = await client.posts([id], call);
    if (post) return post;
    throw new AdapterError('not-found', GONE);
  }

  return {
    async submit(draft: Draft, call: Call): Promise<SubmitResult> {
      const { author, records } = access(call);
      requireAuthor(draft, { state: 'signed-in', author });
      return postReply(draft, { client, records, author, call });
    },

    async vote(_: DiscussionRef, { id, value }: Vote, call: Call): Promise<Votes> {
      if (value < 0) throw new AdapterError('unsupported', 'Bluesky has no downvotes.');
      const { records } = access(call);
      return likePost(await loadPost(id, call), value, records);
    },

    async remove(_: DiscussionRef, id: CommentId, call: Call): Promise<{ readonly effect: 'subtree' }> {
      const { author, records } = access(call);
      const { author: authorId, recordKey } = splitUri(id);
      if (!recordKey) throw new AdapterError('not-found', GONE);
      if (authorId !== author.id) throw new AdapterError('forbidden', 'This post belongs to another account.');
      if (!(await records.findPost(recordKey))) throw new AdapterError('not-found', GONE);
      await records.delete(POST_COLLECTION, recordKey);
      // The replies stay on Bluesky, but no longer belong to the thread.
      return { effect: 'subtree' };
    },

    /** Reports a post to the moderators of the account's own server, which counts every repeat as a new report. */
    async report(_: DiscussionRef, { id, reason, detail }: Report, call: Call): Promise<ReportReceipt> {
      const { ownServer } = client;
      const { uri, cid } = await loadPost(id, call);
      const type = (Object.hasOwn(REASONS, reason) && REASONS[reason]) || 'Other';
      const body = {
        reasonType: `com.atproto.moderation.defs#reason${type}`,
        reason: detail,
        subject: { $type: 'com.atproto.repo.strongRef', uri, cid },
      };
      const request = { method: 'POST', path: '/xrpc/com.atproto.moderation.createReport', body };
      const created = await ownServer.request(request, call, reportReceipt);
      return created.id === undefined ? {} : { reference: String(created.id) };
    },
  } satisfies Partial<CommentsAdapter>;
}
