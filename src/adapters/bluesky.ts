/** The replies to a post on Bluesky as the discussion of an article. */
import { AdapterError, type Author, type Call, type CommentsAdapter, type DiscussionInfo, type Viewer } from '../model/adapter.js';
import { BlueskyClient, type Told } from './bluesky/bluesky-client.js';
import type { BlueskyOptions } from './bluesky/bluesky-options.js';
import type { BlueskyWriter } from './bluesky/bluesky-writer.js';
import type { Thread } from './bluesky/lexicon.js';
import { partsOf, postPage, postUri } from './bluesky/post-address.js';
import { presentAuthor } from './bluesky/present-post.js';
import { pageOf } from './bluesky/read-thread.js';

export type { BlueskyOptions, BlueskySession } from './bluesky/bluesky-options.js';

/** Longest reply that Bluesky takes. */
const MAX = { value: 300, unit: 'graphemes' } as const;

const SIGN_IN = 'Sign in with a Bluesky account first.';

const HIDDEN = 'Bluesky does not show this post to this account.';

/**
 * Creates an adapter for the replies to posts on Bluesky. The key of a discussion is the address of a post,
 * `https://bsky.app/profile/…/post/…` or `at://…`.
 *
 * Anybody reads. Readers write with an account of their own, to which the page has the rights or gets them: `session`, or
 * `signIn`. Without either the section says where the post is, and offers nothing to write with.
 *
 * The numbers that `counts` gives are those of the direct replies, since Bluesky counts no others.
 */
export function blueskyAdapter(options: BlueskyOptions = {}): CommentsAdapter {
  const client = new BlueskyClient(options);
  const { signIn } = options;
  const mayWrite = client.session !== undefined || signIn !== undefined;
  /** Who writes; known once the discussion was opened. */
  let author: Author | undefined;

  async function loadViewer(call: Call): Promise<Viewer> {
    const { session } = client;
    if (!session) return { state: 'anonymous' };
    const { did } = session;
    // Who posts while the name is asked for once more goes by the one that is known.
    if (author?.id !== did) author = { id: did, name: did };
    try {
      author = presentAuthor(await client.profile(did, call));
    } catch (error) {
      // A name is not worth failing for: a new account may not be known to the AppView yet.
      if (!(error instanceof AdapterError)) throw error;
    }
    return { state: 'signed-in', author };
  }

  /** Does something with the rights to an account. */
  const written = <T>(call: Call, work: (writer: BlueskyWriter) => Promise<T>): Promise<T> =>
    answered(call, async () => {
      const { session } = client;
      if (!session) throw new AdapterError('sign-in-required', SIGN_IN);
      const { BlueskyWriter } = await fetched(import('./bluesky/bluesky-writer.js'));
      return work(new BlueskyWriter(client, { name: session.did, ...author, id: session.did }, call));
    });

  async function open(key: string, call: Call): Promise<DiscussionInfo> {
    const [told, viewer] = await Promise.all([
      client.thread(postUri(key), { depth: 0 }, call).catch((error: unknown) => {
        if (error instanceof AdapterError && error.kind === 'not-found') return undefined;
        throw error;
      }),
      loadViewer(call),
    ]);
    if (!told) return { state: 'missing' };
    const { answer } = told;
    const { post } = answer.thread;
    if (!post) throw new AdapterError('forbidden', HIDDEN);
    const isForNobody = answer.threadgate?.record?.allow?.length === 0;
    const isClosed = isForNobody && post.viewer?.replyDisabled !== false;
    const isRefused = !mayWrite || post.viewer?.replyDisabled === true;
    const elsewhere = mayWrite
      ? {}
      : { message: options.replyElsewhere ?? 'These comments are replies on Bluesky.', label: options.replyLink ?? 'Reply on Bluesky' };
    return {
      state: isClosed ? 'closed' : 'open',
      viewer: told.viewer === undefined ? { state: 'anonymous' } : viewer,
      posting: {
        who: 'signed-in',
        max: MAX,
        ...(isRefused && { refusal: { reason: 'other', ...elsewhere, href: postPage(post.uri) } }),
      },
    };
  }

  const adapter: CommentsAdapter = {
    name: 'bluesky',
    features: {
      sorts: ['oldest', 'newest', 'top'],
      paging: 'all',
      nesting: 'tree',
      input: 'text',
      idempotency: 'key',
      votes: 'like',
      votesKnowViewer: mayWrite,
    },
    open: ({ key }, call) => answered(call, () => open(key, call)),
    list: ({ discussion: { key }, sort, parentId = null }, call) =>
      answered(call, async () => {
        let told: Told<Thread>;
        try {
          told = await client.thread(parentId ?? postUri(key), {}, call);
        } catch (error) {
          if (parentId === null && error instanceof AdapterError && error.kind === 'not-found') return { items: [], total: 0 };
          throw error;
        }
        const { answer, viewer } = told;
        const { post } = answer.thread;
        if (!post) throw new AdapterError('forbidden', HIDDEN);
        // A branch stands in the thread of the post that it begins with.
        const top = (parentId === null ? undefined : post.record.reply?.root.uri) ?? post.uri;
        const setting = { author: partsOf(top).author, gate: answer.threadgate, viewer };
        return pageOf(answer, { sort, parentId }, setting);
      }),
    counts: (discussions, call) =>
      answered(call, async () => (await fetched(import('./bluesky/reply-counts.js'))).countsOf(discussions, client, call)),
  };
  if (mayWrite) {
    Object.assign(adapter, {
      submit: (draft, call) => written(call, (writer) => writer.submit(draft)),
      remove: (_discussion, id, call) => written(call, (writer) => writer.remove(id)),
      vote: (_discussion, vote, call) => written(call, (writer) => writer.vote(vote)),
      report: (_discussion, report, call) => written(call, (writer) => writer.report(report)),
    } satisfies Partial<CommentsAdapter>);
  }
  if (signIn) {
    adapter.signIn = (call) =>
      answered(call, async () => {
        const outcome = await signIn().catch((cause: unknown) => {
          throw new AdapterError('sign-in-required', cause instanceof Error ? cause.message : '', { cause });
        });
        call.signal.throwIfAborted();
        if ('redirect' in outcome) return outcome;
        client.session = outcome;
        return loadViewer(call);
      });
  }
  return adapter;
}

/** A part of this adapter that most readers do not need; without it nothing has been sent. */
const fetched = <T>(part: Promise<T>): Promise<T> =>
  part.catch((cause: unknown) => {
    throw new AdapterError('network', 'Bluesky could not be reached.', { cause, stored: 'no' });
  });

/** What the contract allows to come out of a call: an answer that is none would otherwise be a mistake of this program's. */
async function answered<T>({ signal }: Call, work: () => Promise<T>): Promise<T> {
  try {
    signal.throwIfAborted();
    return await work();
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError('bad-response', 'Bluesky answered something else.', { cause });
  }
}

/**
 * The adapter as the attributes of an element ask for it: `discussion` is the address of a post, and `src`, which is rarely
 * needed, that of another AppView.
 */
export function connect({ src }: { readonly src?: string | undefined }): CommentsAdapter {
  return blueskyAdapter({ service: src });
}
