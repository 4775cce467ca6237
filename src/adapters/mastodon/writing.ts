import {
  AdapterError,
  type Call,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionRef,
  type Draft,
  type Edit,
  type Report,
  type ReportReceipt,
  type SubmitResult,
  type Viewer,
  type Vote,
  type Votes,
} from '../../model/adapter.js';
import { isOfKind, orUndefined, requireAuthor, requireText } from '../shared/errors.js';
import { type MastodonClient, statusPath } from './client.js';
import { type Status, status } from './entities.js';
import type { Ability } from './mapping.js';
import { authorOfParent, type KnownAccounts, withoutMention } from './mentions.js';
import { parseStatusId } from './status-id.js';

interface Source {
  readonly text: string;
}

interface WritingOptions {
  readonly client: MastodonClient;
  readonly accounts: KnownAccounts;
  readonly toComment: (key: string, status: Status) => Comment;
  /** Called when the instance turns out not to support an action. From the next list on, comments do not offer it. */
  readonly onUnsupported: (ability: Ability) => unknown;
  /** The viewer that the section shows. */
  readonly viewer: () => Viewer | undefined;
}

/** Creates the methods that need an account. */
export function createWriting({ client, accounts, toComment, onUnsupported, viewer }: WritingOptions) {
  /** Settles like a call that the instance may not support. */
  const supported = <T>(ability: Ability, result: Promise<T>): Promise<T> =>
    result.catch((error: unknown) => {
      if (isOfKind(error, 'unsupported')) onUnsupported(ability);
      throw error;
    });

  /** Deletes a status. Rejects with `unsupported` if the instance does not: some servers with Mastodon's API cannot delete. */
  async function deleteStatus(id: string, call: Call): Promise<void> {
    const request = client.request({ method: 'DELETE', path: statusPath(id) }, call, status);
    if (await orUndefined(request, 'not-found')) return;
    await client.status(id, call);
    throw new AdapterError('unsupported');
  }

  /** Reports a status to the moderators of the instance. */
  async function report({ id, reason, detail }: Report, call: Call): Promise<ReportReceipt> {
    const { account } = await client.status(id, call);
    // The reader's text explains all other reasons.
    const category = reason === 'spam' ? 'spam' : reason === 'illegal' ? 'legal' : 'other';
    const body = { account_id: account.id, status_ids: [id], category, comment: detail };
    return client.request({ method: 'POST', path: '/api/v1/reports', body }, call, (value) => {
      const { id: reference } = value as { readonly id?: string };
      return { ...(reference !== undefined && { reference }) };
    });
  }

  return {
    async submit(draft: Draft, call: Call): Promise<SubmitResult> {
      const shown = viewer();
      requireAuthor(draft, shown);
      const { discussion, parentId, submitKey } = draft;
      // Mastodon would accept a reply that consists only of the mention.
      const text = requireText(draft.body);
      const replyToId = parentId ?? parseStatusId(discussion.key);
      try {
        const { account, visibility } = await client.status(replyToId, call);
        // Without the mention, the parent's author gets no notification, and their instance may never receive
        // the reply.
        const mention = account.id === shown?.author?.id ? '' : `@${account.acct} `;
        const body = {
          status: mention + text,
          in_reply_to_id: replyToId,
          visibility: visibility === 'unlisted' ? visibility : 'public',
        };
        // A repeated request with the same key returns the result of the first one, for an hour.
        const headers = { 'idempotency-key': submitKey };
        const request = { method: 'POST', path: '/api/v1/statuses', headers, body };
        const comment = toComment(discussion.key, await client.request(request, call, status));
        return { outcome: 'published', comment };
      } catch (error) {
        if (isOfKind(error, 'not-found') && parentId !== null)
          throw new AdapterError('parent-gone', error.message, error.info);
        throw error;
      }
    },

    /** The text of a status as it was typed, without a leading mention. */
    async source(_: DiscussionRef, id: CommentId, call: Call): Promise<string> {
      const request = client.request({ path: `${statusPath(id)}/source` }, call, (value) => (value as Source).text);
      const [current, text] = await Promise.all([client.status(id, call), request]);
      return withoutMention(text, current, accounts);
    },

    /** Changes the text of a status and keeps its leading mention. */
    async edit({ key }: DiscussionRef, { id, body }: Edit, call: Call): Promise<Comment> {
      const text = requireText(body);
      const mention = leadingMention(await client.status(id, call), accounts);
      const request = { method: 'PUT', path: statusPath(id), body: { status: mention + text } };
      // snac changes the id with each edit.
      return toComment(key, { ...(await client.request(request, call, status)), id });
    },

    async remove(_: DiscussionRef, id: CommentId, call: Call) {
      await supported('remove', deleteStatus(id, call));
      // The replies stay on Mastodon, but no longer belong to the thread.
      return { effect: 'subtree' as const };
    },

    async vote(_: DiscussionRef, { id, value }: Vote, call: Call): Promise<Votes> {
      if (value < 0) throw new AdapterError('unsupported', 'Mastodon has no downvotes.');
      const request = { method: 'POST', path: `${statusPath(id)}/${value === 1 ? '' : 'un'}favourite` };
      const { favourites_count: up, favourited } = await client.request(request, call, status);
      return { up, mine: favourited ? 1 : 0 };
    },

    report: (_: DiscussionRef, wanted: Report, call: Call) => supported('report', report(wanted, call)),
  } satisfies Partial<CommentsAdapter>;
}

/** The mention of the parent's author that a status begins with, as typed; empty if it begins otherwise. */
function leadingMention(status: Status, accounts: KnownAccounts): string {
  const author = authorOfParent(status, accounts);
  return author && withoutMention(status.content, status, accounts) !== status.content ? `@${author.acct} ` : '';
}
