/** The replies to a status on Mastodon as the comments of an article. */
import {
  AdapterError,
  type Call,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionInfo,
  type ListQuery,
  type Viewer,
} from '../model/adapter.js';
import { MastodonClient } from './mastodon/client.js';
import { countReplies } from './mastodon/counts.js';
import { loadDescendants } from './mastodon/descendants.js';
import { account } from './mastodon/entities.js';
import { Knowledge } from './mastodon/knowledge.js';
import { mapAccount } from './mastodon/mapping.js';
import type { MastodonOptions } from './mastodon/options.js';
import { mentionLength } from './mastodon/mentions.js';
import { parseStatusId } from './mastodon/status-id.js';
import { threadPage } from './mastodon/thread.js';
import { deleteStatus, editStatus, favourite, postReply, report, sourceOf } from './mastodon/write.js';
import { type Connection, currentToken } from './shared/connection.js';
import { guardAdapter, orUndefined, requireAuthor } from './shared/errors.js';
import { webAddress } from './shared/urls.js';

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
  const knowledge = new Knowledge(client);
  /** The viewer that the section shows. */
  let viewer: Viewer | undefined;

  async function loadViewer(call: Call): Promise<{ viewer: Viewer; maxLength?: number | undefined }> {
    if (!client.hasToken) return { viewer: { state: 'anonymous' } };
    try {
      const [owner, { maxLength }] = await Promise.all([
        client.request({ path: '/api/v1/accounts/verify_credentials' }, call, account),
        knowledge.traits(call),
      ]);
      return { viewer: { state: 'signed-in', author: mapAccount(owner) }, maxLength };
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
      orUndefined(knowledge.loadRoot(id, call), 'not-found'),
      loadViewer(call),
    ]);
    viewer = loaded;
    if (!status) return { state: 'missing' };
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
        ...(maxLength !== undefined && {
          max: { value: maxLength - mentionLength(status.account), unit: 'graphemes' },
        }),
        ...(!client.hasToken && { refusal: { reason: 'other', message, href: status.url || status.uri, label } }),
      },
    };
  }

  async function list({ discussion: { key }, sort, parentId }: ListQuery, call: Call): Promise<CommentPage> {
    const rootId = parseStatusId(key);
    const found = loadDescendants(parentId ?? rootId, client, call);
    const [replies = []] = await Promise.all([
      parentId === undefined ? orUndefined(found, 'not-found') : found,
      knowledge.beforeMapping(rootId, call),
    ]);
    return threadPage(replies, knowledge.toComments(key, replies), { sort, parentId, isSignedIn: client.hasToken });
  }

  const reading: CommentsAdapter = {
    name: 'mastodon',
    features: {
      sorts: ['oldest', 'newest', 'top'],
      paging: 'all',
      nesting: 'tree',
      input: 'text',
      // An instance forgets keys after an hour, and some servers ignore them.
      idempotency: 'none',
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
      const status = await postReply(client, draft, viewer?.author?.id, call);
      return { outcome: 'published', comment: knowledge.toComment(draft.discussion.key, status) };
    },
    source: (_discussion, id, call) => sourceOf(client, id, knowledge.accounts, call),
    edit: async ({ key }, edit, call) =>
      knowledge.toComment(key, await editStatus(client, edit, knowledge.accounts, call)),
    async remove(_discussion, id, call) {
      await knowledge.recordUnsupported('remove', deleteStatus(client, id, call));
      // The replies stay on Mastodon, but no longer belong to the thread.
      return { effect: 'subtree' };
    },
    vote: (_discussion, vote, call) => favourite(client, vote, call),
    report: (_discussion, wanted, call) => knowledge.recordUnsupported('report', report(client, wanted, call)),
  });
}

/**
 * Creates the adapter for an element: `src` is the address of the instance, `discussion` identifies a status there, and `token`
 * belongs to an account there.
 */
export async function connect({ src, token: ofElement }: Connection): Promise<CommentsAdapter> {
  const remedy = 'backend="mastodon" needs src="…" with the address of the instance, such as https://mastodon.example.';
  if (src === undefined) throw new AdapterError('invalid', remedy);
  const token = await currentToken(ofElement);
  return mastodonAdapter({ src: webAddress(src, remedy), token });
}
