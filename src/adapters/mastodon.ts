/** The replies to a status on Mastodon as the comments of an article. */
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionInfo,
  type ListQuery,
  type Viewer,
} from '../model/adapter.js';
import { MastodonClient, statusPath } from './mastodon/client.js';
import { countReplies } from './mastodon/counts.js';
import { loadDescendants } from './mastodon/descendants.js';
import type { Account, Instance, Status } from './mastodon/entities.js';
import { mapAccount, mapStatus, type RootStatus } from './mastodon/mapping.js';
import type { MastodonOptions } from './mastodon/options.js';
import { parseStatusId } from './mastodon/status-id.js';
import { mapThread } from './mastodon/thread.js';
import { deleteStatus, editStatus, favourite, postReply, report } from './mastodon/write.js';
import type { Connection } from './shared/connection.js';
import { currentToken } from './shared/current-token.js';
import { orUndefined } from './shared/error-kinds.js';
import { guardAdapter } from './shared/guard-adapter.js';
import { requireAuthor } from './shared/require-author.js';
import { webAddress } from './shared/web-address.js';

export type { MastodonOptions } from './mastodon/options.js';

/**
 * Creates an adapter for the replies to statuses on Mastodon. The key of a discussion is the id of a status on
 * the instance `src`, or the address of its page there.
 *
 * Everyone can read, but without an account an instance returns at most 60 replies and 20 levels. Readers write
 * with the token of an account on that instance; without one, the section links to the status.
 *
 * `counts` returns the numbers of direct replies, because Mastodon does not count replies to replies.
 */
export function mastodonAdapter(options: MastodonOptions): CommentsAdapter {
  const client = new MastodonClient(options);
  /** Authors of the discussed statuses, by status id. */
  const authorIds = new Map<string, string>();
  /** Whom the section shows. */
  let viewer: Viewer | undefined;

  const rootOf = (key: string): RootStatus => {
    const id = parseStatusId(key);
    return { id, authorId: authorIds.get(id) };
  };
  const toComment = (key: string, status: Status): Comment => mapStatus(status, rootOf(key));

  /** The maximum length of a status. Undefined if the instance does not say. */
  async function loadMaxLength(call: Call): Promise<number | undefined> {
    const instance =
      (await orUndefined(client.request<Instance>('GET', 'v2/instance', call), 'not-found')) ??
      // Mastodon before 4.0 and other servers.
      (await orUndefined(client.request<Instance>('GET', 'v1/instance', call), 'not-found'));
    return instance?.configuration?.statuses?.max_characters;
  }

  async function loadViewer(call: Call): Promise<{ viewer: Viewer; maxLength?: number | undefined }> {
    if (!client.hasToken) return { viewer: { state: 'anonymous' } };
    try {
      const [account, maxLength] = await Promise.all([
        client.request<Account>('GET', 'v1/accounts/verify_credentials', call),
        loadMaxLength(call),
      ]);
      return { viewer: { state: 'signed-in', author: mapAccount(account) }, maxLength };
    } catch (error) {
      // Reading works without a valid token, and with that of an application, which gets the status 422.
      if (error instanceof AdapterError && (error.kind === 'session-expired' || error.info.code === '422'))
        return { viewer: { state: 'anonymous' } };
      throw error;
    }
  }

  async function open(key: string, call: Call): Promise<DiscussionInfo> {
    const id = parseStatusId(key);
    const [status, { viewer: loaded, maxLength }] = await Promise.all([
      orUndefined(client.status(id, call), 'not-found'),
      loadViewer(call),
    ]);
    viewer = loaded;
    if (!status) return { state: 'missing' };
    authorIds.set(id, status.account.id);
    const {
      replyElsewhere:
        message = 'These comments are replies on Mastodon. You can answer from an account on any instance.',
      replyLink: label = 'Reply on Mastodon',
    } = options;
    return {
      state: 'open',
      viewer,
      posting: {
        who: 'signed-in',
        ...(maxLength !== undefined && { max: { value: maxLength, unit: 'graphemes' } }),
        ...(!client.hasToken && { refusal: { reason: 'other', message, href: status.url || status.uri, label } }),
      },
    };
  }

  async function list({ discussion: { key }, sort, parentId }: ListQuery, call: Call): Promise<CommentPage> {
    const found = loadDescendants(parentId ?? parseStatusId(key), client, call);
    const replies = parentId === undefined ? ((await orUndefined(found, 'not-found')) ?? []) : await found;
    // By now `open` may have learned who wrote the status.
    return mapThread(replies, { sort, root: rootOf(key), isSignedIn: client.hasToken });
  }

  const reading: CommentsAdapter = {
    name: 'mastodon',
    features: {
      sorts: ['oldest', 'newest', 'top'],
      paging: 'all',
      nesting: 'tree',
      input: 'text',
      idempotency: 'key',
      removal: 'subtree',
      votes: 'like',
      votesKnowViewer: client.hasToken,
    },
    open: ({ key }, call) => open(key, call),
    list,
    counts: (discussions, call) => countReplies(discussions, client, call),
  };
  if (!client.hasToken) return guardAdapter(reading);
  return guardAdapter({
    ...reading,
    async submit(draft, call) {
      requireAuthor(draft, viewer);
      const status = await postReply(client, draft, call);
      return { outcome: 'published', comment: toComment(draft.discussion.key, status) };
    },
    source: async (_discussion, id, call) =>
      (await client.request<{ text: string }>('GET', `${statusPath(id)}/source`, call)).text,
    edit: async ({ key }, edit, call) => toComment(key, await editStatus(client, edit, call)),
    async remove(_discussion, id, call) {
      await deleteStatus(client, id, call);
      // The replies stay on Mastodon, but no longer belong to the thread.
      return { effect: 'subtree' };
    },
    vote: (_discussion, vote, call) => favourite(client, vote, call),
    report: (_discussion, wanted, call) => report(client, wanted, call),
  });
}

/**
 * Creates the adapter for an element: `src` is the address of the instance, `discussion` names a status there, and `token` is that
 * of an account there.
 */
export async function connect({ src, token: ofElement }: Connection): Promise<CommentsAdapter> {
  const remedy = 'backend="mastodon" needs src="…" with the address of the instance, such as https://mastodon.example.';
  if (src === undefined) throw new AdapterError('invalid', remedy);
  const token = await currentToken(ofElement);
  return mastodonAdapter({ src: webAddress(src, remedy), ...(token !== undefined && { token }) });
}
