/** The replies to a status on Mastodon as the comments of an article. */
import type {
  Call,
  Comment,
  CommentPage,
  CommentsAdapter,
  DiscussionInfo,
  ListQuery,
  Viewer,
} from '../model/adapter.js';
import { createMastodonClient, type MastodonClient } from './mastodon/client.js';
import { loadDescendants, threadPage } from './mastodon/thread.js';
import { account, type Account, type Status, statuses } from './mastodon/entities.js';
import { type Ability, mapAccount, mapStatus } from './mastodon/mapping.js';
import type { MastodonOptions } from './mastodon/options.js';
import { mentionLength } from './mastodon/mentions.js';
import { findStatusId, parseStatusId } from './mastodon/status-id.js';
import { viewerOf } from './shared/bearer.js';
import { type Connection, currentToken } from './shared/connection.js';
import { orUndefined } from './shared/errors.js';
import { lazily } from './shared/lazily.js';
import { webAddress } from './shared/urls.js';
import { batches, pooled } from './shared/tasks.js';

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
  const client = createMastodonClient(options);
  const { session } = client;
  const hasToken = Boolean(options.token);
  /** The authors of the statuses that have been read, by id. */
  const accounts = new Map<string, Account>();
  /** The author of each discussed status, by its id. */
  const rootAuthorIds = new Map<string, string>();
  /** The actions that the instance is known not to support. */
  const unsupported = new Set<Ability>();
  /** The viewer that the section shows. */
  let viewer: Viewer | undefined;
  /** The last call of `open`, for which `list` waits: comments depend on what it reads. */
  let opening: Promise<DiscussionInfo> | undefined;

  /** Reads what the instance supports. Returns the maximum length of a status, if that is reported. */
  async function loadTraits(call: Call): Promise<number | undefined> {
    const { version = '', configuration } = await client.instance(call);
    // It calls itself "4.0.0 (not true; really snac/2.75)".
    if (/snac\//.test(version)) unsupported.add('remove').add('report');
    return configuration?.statuses?.max_characters;
  }

  async function readRoot(id: string, call: Call): Promise<Status> {
    const status = await client.status(id, call);
    accounts.set(status.account.id, status.account);
    rootAuthorIds.set(id, status.account.id);
    return status;
  }

  function toComment(key: string, status: Status): Comment {
    const rootId = parseStatusId(key);
    return mapStatus(status, { rootId, rootAuthorId: rootAuthorIds.get(rootId), accounts, unsupported });
  }

  async function open(key: string, call: Call): Promise<DiscussionInfo> {
    let maxLength: number | undefined;
    const [status, shown] = await Promise.all([
      orUndefined(readRoot(parseStatusId(key), call), 'not-found'),
      // Reading works with the token of an application, which has no account and gets the status 422.
      orUndefined(
        viewerOf(session, async () => {
          const owner = client.request({ path: '/api/v1/accounts/verify_credentials' }, call, account);
          const [author, length] = await Promise.all([owner, loadTraits(call)]);
          maxLength = length;
          return { state: 'signed-in', author: mapAccount(author) };
        }),
        'invalid',
        'unsupported',
      ),
    ]);
    viewer = shown ?? { state: 'anonymous' };
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
        ...(viewer.author
          ? maxLength && { max: { value: maxLength - mentionLength(status.account), unit: 'graphemes' } }
          : { refusal: { reason: 'other', message, href: status.url || status.uri, label } }),
      },
    };
  }

  async function list({ discussion: { key }, sort }: ListQuery, call: Call): Promise<CommentPage> {
    const replies = await loadDescendants(parseStatusId(key), client, call);
    // If these fail, `open` reports the error, and the comments are still shown.
    await opening?.catch(() => undefined);
    const isSignedIn = session.isSignedIn() !== false;
    if (isSignedIn) await loadTraits(call).catch(() => undefined);
    for (const { account: author } of replies) accounts.set(author.id, author);
    return threadPage(
      replies,
      replies.map((status) => toComment(key, status)),
      { sort, isSignedIn },
    );
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
      votesKnowViewer: hasToken,
    },
    open: ({ key }, call) => (opening = open(key, call)),
    list,
    ...createCounts(client),
  };
  if (!hasToken) return reading;
  return {
    ...reading,
    ...lazily(async () => {
      const { createWriting } = await import('./mastodon/writing.js');
      const onUnsupported = (ability: Ability): unknown => unsupported.add(ability);
      return createWriting({ client, accounts, toComment, onUnsupported, viewer: () => viewer });
    }, ['submit', 'source', 'edit', 'remove', 'vote', 'report']),
    onViewerChange: session.onViewerChange,
  };
}

/**
 * Creates the adapter for an element: `src` is the address of the instance, `discussion` identifies a status there, and `token`
 * belongs to an account there.
 */
export async function connect({ src, token }: Connection): Promise<CommentsAdapter> {
  const address = webAddress(src, 'backend="mastodon" needs src="…": the address of an instance.');
  // Without a token, the section is read-only. A function is called again for each request.
  return mastodonAdapter({ src: address, token: (await currentToken(token)) && token });
}

/** Mastodon's limit for one request. */
const MAX_STATUSES = 20;
/** Requests at a time. */
const MAX_REQUESTS = 4;

/** Creates the method that counts the direct replies of statuses. */
const createCounts = (client: MastodonClient): Required<Pick<CommentsAdapter, 'counts'>> => ({
  async counts(discussions, call) {
    const ids = new Set(discussions.flatMap(({ key }) => findStatusId(key) ?? []));
    const requests = batches([...ids], MAX_STATUSES).map((batch) => loadStatuses(batch, client, call));
    const found = (await Promise.all(requests)).flat();
    const countsById = new Map(found.map(({ id, replies_count: count = 0 }) => [id, count]));
    const counts = discussions.map(({ key }) => [key, countsById.get(findStatusId(key) ?? '')] as const);
    return new Map(counts.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
  },
});

/** Loads statuses in one request, or one by one where that is not supported: by Mastodon before 4.3 and other servers. */
async function loadStatuses(ids: readonly string[], client: MastodonClient, call: Call): Promise<readonly Status[]> {
  const request = client.request({ path: '/api/v1/statuses', query: { 'id[]': ids } }, call, statuses);
  const together = await orUndefined(request, 'not-found');
  if (together) return together;
  const found = await pooled(
    ids.map((id) => (inner) => orUndefined(client.status(id, inner), 'not-found')),
    MAX_REQUESTS,
    call,
  );
  return found.flatMap((status) => status ?? []);
}
