/** The replies to a post on Bluesky as the comments of an article. */
import {
  AdapterError,
  type Author,
  type Call,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionInfo,
  type ListQuery,
  type Viewer,
} from '../model/adapter.js';
import { BlueskyClient } from './bluesky/client.js';
import { createCounts } from './bluesky/counts.js';
import type { Thread } from './bluesky/lexicon.js';
import type { BlueskyOptions } from './bluesky/options.js';
import { parsePostUri, postUrl, splitUri } from './bluesky/post-uri.js';
import { mapThread } from './bluesky/thread.js';
import type { Connection } from './shared/connection.js';
import { orUndefined } from './shared/errors.js';
import { lazily } from './shared/lazily.js';
import { webAddress } from './shared/urls.js';

export type { BlueskyOptions, BlueskySession } from './bluesky/options.js';

/** Bluesky's limit for a post. */
const MAX_LENGTH = { value: 300, unit: 'graphemes' } as const;

const HIDDEN = 'Bluesky does not show this post to this account.';

/**
 * Creates an adapter for the replies to posts on Bluesky. The key of a discussion is the address of a post,
 * `https://bsky.app/profile/…/post/…` or `at://…`.
 *
 * Everyone can read. Readers write with their own account, which the page provides as a `session` or through
 * `signIn`. Without either, the section links to the post and is read-only.
 *
 * `counts` returns the numbers of direct replies, because Bluesky does not count replies to replies.
 */
export function blueskyAdapter(options: BlueskyOptions = {}): CommentsAdapter {
  const client = new BlueskyClient(options);
  const { signIn } = options;
  const canWrite = client.session !== undefined || signIn !== undefined;
  /** The account's profile, once it has been loaded. */
  let author: Author | undefined;

  async function loadViewer(call: Call): Promise<Viewer> {
    const { session } = client;
    if (!session) return { state: 'anonymous' };
    const { did } = session;
    // While the profile of the same account is loading again, its known name stays in use.
    if (author?.id !== did) author = { id: did, name: did };
    try {
      author = await client.profile(did, call);
    } catch (error) {
      // The AppView may not know a new account yet. Posting works without its name.
      if (!(error instanceof AdapterError)) throw error;
    }
    return { state: 'signed-in', author };
  }

  /** Maps the thread of a discussed post, read by `account`. */
  function toDiscussion({ thread: { post }, threadgate }: Thread, account: string | undefined): DiscussionInfo {
    if (!post) throw new AdapterError('forbidden', HIDDEN);
    const acceptsNoReplies = threadgate?.record?.allow?.length === 0;
    const isClosed = acceptsNoReplies && post.viewer?.replyDisabled !== false;
    const isRefused = !canWrite || post.viewer?.replyDisabled === true;
    const {
      replyElsewhere: message = 'These comments are replies on Bluesky.',
      replyLink: label = 'Reply on Bluesky',
    } = options;
    return {
      state: isClosed ? 'closed' : 'open',
      // An expired session reads anonymously.
      ...(account === undefined && { viewer: { state: 'anonymous' } }),
      posting: {
        who: 'signed-in',
        max: MAX_LENGTH,
        ...(isRefused && {
          refusal: { reason: 'other', ...(!canWrite && { message, label }), href: postUrl(post.uri) },
        }),
      },
    };
  }

  async function open(key: string, call: Call): Promise<DiscussionInfo> {
    const [info, viewer] = await Promise.all([
      orUndefined(client.thread(parsePostUri(key), { depth: 0 }, call, toDiscussion), 'not-found'),
      loadViewer(call),
    ]);
    return info ? { viewer, ...info } : { state: 'missing' };
  }

  async function list({ discussion, sort, parentId }: ListQuery, call: Call): Promise<CommentPage> {
    const page = client.thread(parentId ?? parsePostUri(discussion.key), {}, call, (found, viewer): CommentPage => {
      const { post } = found.thread;
      if (!post) throw new AdapterError('forbidden', HIDDEN);
      // A branch is read from its first post, which refers to the discussed post as its root.
      const rootUri = (parentId !== undefined ? post.record.reply?.root.uri : undefined) ?? post.uri;
      const info = { rootAuthor: splitUri(rootUri).author, gate: found.threadgate, viewer };
      return mapThread(found, { sort, parentId: parentId ?? null }, info);
    });
    return parentId === undefined ? ((await orUndefined(page, 'not-found')) ?? { items: [], total: 0 }) : page;
  }

  const adapter: CommentsAdapter = {
    name: 'bluesky',
    features: {
      sorts: ['oldest', 'newest', 'top'],
      paging: 'all',
      nesting: 'tree',
      input: 'text',
      idempotency: 'key',
      removal: 'subtree',
      votes: 'like',
      votesKnowViewer: canWrite,
    },
    open: ({ key }, call) => open(key, call),
    list,
    ...createCounts(client),
  };
  if (canWrite)
    Object.assign(
      adapter,
      lazily(
        async () => (await import('./bluesky/writing.js')).createWriting(client, () => author),
        ['submit', 'vote', 'remove', 'report'],
      ),
    );
  if (signIn) {
    adapter.signIn = async (call) => {
      const result = await signIn().catch((cause: unknown) => {
        if (cause instanceof AdapterError) throw cause;
        throw new AdapterError('sign-in-required', `signIn() threw ${String(cause)}`, { cause, audience: 'developer' });
      });
      call.signal.throwIfAborted();
      if ('redirect' in result) return result;
      client.session = result;
      return loadViewer(call);
    };
  }
  return adapter;
}

/** Creates the adapter for an element: `discussion` is the address of a post, and `src` that of another AppView. */
export function connect({ src, token, note }: Connection): CommentsAdapter {
  if (token)
    note?.('backend="bluesky" takes no token. Set the property adapter, made with the option session or signIn.');
  return blueskyAdapter({ service: src && webAddress(src, 'leave src out, or set the address of an AppView.') });
}
