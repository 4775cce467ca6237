import {
  AdapterError,
  type Author,
  type Call,
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
import { likePost } from './like-post.js';
import { ownRecords } from './own-records.js';
import { postReply } from './post-reply.js';
import { POST_COLLECTION, splitUri } from './post-uri.js';

/** Bluesky's reasons for those of the section. All others become `Other`, which the reader's text explains. */
const REASONS: Readonly<Record<string, string>> = {
  abuse: 'Rude',
  spam: 'Spam',
  false: 'Misleading',
  private: 'Violation',
  illegal: 'Violation',
};

const GONE = 'This post is no longer on Bluesky.';

/** The writes on behalf of an account, for one call. */
export function writesOf(client: BlueskyClient, author: Author & { readonly id: string }, call: Call) {
  const records = ownRecords(client, author.id, call);

  async function loadPost(id: string): Promise<Post> {
    const [post] = await client.posts([id], call);
    if (post) return post;
    throw new AdapterError('not-found', GONE);
  }

  return {
    async submit(draft: Draft): Promise<SubmitResult> {
      requireAuthor(draft, { state: 'signed-in', author });
      return postReply(draft, { client, records, author, call });
    },

    async vote({ id, value }: Vote): Promise<Votes> {
      if (value < 0) throw new AdapterError('unsupported', 'Bluesky has no downvotes.');
      return likePost(await loadPost(id), value, records);
    },

    async remove(id: string): Promise<{ readonly effect: 'subtree' }> {
      const { author: authorId, recordKey } = splitUri(id);
      if (!recordKey) throw new AdapterError('not-found', GONE);
      if (authorId !== author.id) throw new AdapterError('forbidden', 'This post belongs to another account.');
      if (!(await records.findPost(recordKey))) throw new AdapterError('not-found', GONE);
      await records.delete(POST_COLLECTION, recordKey);
      // The replies stay on Bluesky, but no longer belong to the thread.
      return { effect: 'subtree' };
    },

    /** Reports a post to the moderators of the account's own server, which counts every repeat as a new report. */
    async report({ id, reason, detail }: Report): Promise<ReportReceipt> {
      const { uri, cid } = await loadPost(id);
      const type = (Object.hasOwn(REASONS, reason) && REASONS[reason]) || 'Other';
      const body = {
        reasonType: `com.atproto.moderation.defs#reason${type}`,
        reason: detail,
        subject: { $type: 'com.atproto.repo.strongRef', uri, cid },
      };
      const request = { method: 'POST', path: '/xrpc/com.atproto.moderation.createReport', body };
      const created = await client.ownServer.request(request, call, reportReceipt);
      return created.id === undefined ? {} : { reference: String(created.id) };
    },
  };
}
