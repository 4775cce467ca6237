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
import { type AppViewResponse, BlueskyClient } from './bluesky/client.js';
import { ReplyCounter } from './bluesky/counts.js';
import type { Thread } from './bluesky/lexicon.js';
import { mapProfile } from './bluesky/mapping.js';
import type { BlueskyOptions } from './bluesky/options.js';
import { parsePostUri, postUrl, splitUri } from './bluesky/post-uri.js';
import { mapThread } from './bluesky/thread.js';
import { writesOf } from './bluesky/write.js';
import type { Connection } from './shared/connection.js';
import { guardAdapter, orUndefined } from './shared/errors.js';
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
  const counter = new ReplyCounter(client);
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
      author = mapProfile(await client.profile(did, call));
    } catch (error) {
      // The AppView may not know a new account yet. Posting works without its name.
      if (!(error instanceof AdapterError)) throw error;
    }
    return { state: 'signed-in', author };
  }

  /** Undefined if there is no such post. */
  const findThread = (
    uri: string,
    depth: number | undefined,
    call: Call,
  ): Promise<AppViewResponse<Thread> | undefined> => orUndefined(client.thread(uri, { depth }, call), 'not-found');

  async function open(key: string, call: Call): Promise<DiscussionInfo> {
    const [response, viewer] = await Promise.all([findThread(parsePostUri(key), 0, call), loadViewer(call)]);
    if (!response) return { state: 'missing' };
    const { thread, threadgate } = response.value;
    const { post } = thread;
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
      viewer: response.viewer === undefined ? { state: 'anonymous' } : viewer,
      posting: {
        who: 'signed-in',
        max: MAX_LENGTH,
        ...(isRefused && {
          refusal: { reason: 'other', ...(!canWrite && { message, label }), href: postUrl(post.uri) },
        }),
      },
    };
  }

  async function list({ discussion, sort, parentId }: ListQuery, call: Call): Promise<CommentPage> {
    const isBranch = parentId !== undefined;
    const response = isBranch
      ? await client.thread(parentId, {}, call)
      : await findThread(parsePostUri(discussion.key), undefined, call);
    if (!response) return { items: [], total: 0 };
    const { value, viewer } = response;
    const { post } = value.thread;
    if (!post) throw new AdapterError('forbidden', HIDDEN);
    // A branch is read from its first post, which refers to the discussed post as its root.
    const rootUri = (isBranch ? post.record.reply?.root.uri : undefined) ?? post.uri;
    return mapThread(
      value,
      { sort, parentId: parentId ?? null },
      { rootAuthor: splitUri(rootUri).author, gate: value.threadgate, viewer },
    );
  }

  /** Writes with the account of the session. */
  function writer(call: Call): ReturnType<typeof writesOf> {
    const { did } = client.requireSession();
    return writesOf(client, { name: did, ...author, id: did }, call);
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
    counts: (discussions, call) => counter.count(discussions, call),
  };
  if (canWrite) {
    Object.assign(adapter, {
      submit: async (draft, call) => writer(call).submit(draft),
      remove: async (_discussion, id, call) => writer(call).remove(id),
      vote: async (_discussion, vote, call) => writer(call).vote(vote),
      report: async (_discussion, report, call) => writer(call).report(report),
    } satisfies Partial<CommentsAdapter>);
  }
  if (signIn) {
    adapter.signIn = async (call) => {
      const result = await signIn().catch((cause: unknown) => {
        throw new AdapterError('sign-in-required', cause instanceof Error ? cause.message : '', { cause });
      });
      call.signal.throwIfAborted();
      if ('redirect' in result) return result;
      client.session = result;
      return loadViewer(call);
    };
  }
  return guardAdapter(adapter);
}

/** Creates the adapter for an element: `discussion` is the address of a post, and `src` that of another AppView. */
export function connect({ src, token, note }: Connection): CommentsAdapter {
  if (token)
    note?.(
      'backend="bluesky" takes no token. Set the property adapter, made with the option session or signIn, instead.',
    );
  return blueskyAdapter({ service: src && webAddress(src, 'leave src out, or set the address of an AppView.') });
}
