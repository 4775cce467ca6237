/** Comments of a Waline server. */
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionInfo,
  type Draft,
  type Posting,
  type Viewer,
} from '../model/adapter.js';
import { bearer, viewerOf } from './shared/bearer.js';
import { type Connection, parseData } from './shared/connection.js';
import { isOfKind, requireAuthor, requireText } from './shared/errors.js';
import { webAddress } from './shared/urls.js';
import { commentPath, createWalineClient } from './waline/client.js';
import { mapBranch, mapComment, mapViewer, type Row } from './waline/mapping.js';
import type { WalineOptions } from './waline/options.js';
import { readPage } from './waline/pages.js';
import { ThreadRoots } from './waline/thread-roots.js';
import type { Client } from './shared/client.js';

export type { WalineOptions } from './waline/options.js';

const GUEST_FIELDS = { name: { required: true }, email: { required: false }, website: { required: false } } as const;

/**
 * Creates an adapter for a Waline server. The key of a discussion is the path that the server has for the
 * article, such as `/articles/42/`.
 *
 * Throws `AdapterError`s: `network`, `timeout`, `unavailable` for a status of 500 or more, after which a
 * comment may have been stored, `bad-response` for a response that does not come from Waline, and the kinds
 * that correspond to Waline's own errors. Never repeats a write, except with a fresh token after a 401.
 */
export function walineAdapter(options: WalineOptions): CommentsAdapter {
  const { token, captcha, guest: guestFields = GUEST_FIELDS, pollEvery } = options;
  const session = bearer(token);
  const client = createWalineClient(options, session);
  const roots = new ThreadRoots();
  /** The viewer that the section shows. */
  let viewer: Viewer | undefined;
  /** The pending request of `open`, for which `list` waits. */
  let opening: Promise<Viewer> | undefined;

  const loadViewer = async (call: Call): Promise<Viewer> =>
    (viewer = await viewerOf(session, () => client.request({ path: '/token' }, call, mapViewer)));

  async function post(draft: Draft, call: Call): Promise<Comment> {
    const { discussion, parentId, guest = {}, confirm } = draft;
    const rootId = parentId === null ? undefined : await roots.find(client, discussion.key, parentId, call);
    if (session.isSignedIn() === false) checkGuest(guest, guestFields);
    const body = { ...toRequestBody(draft, rootId), ...(captcha && confirm && { [captcha]: confirm }) };
    try {
      return await client.request({ method: 'POST', path: '/comment', body }, call, (row) => mapComment(row, viewer));
    } catch (error) {
      // Without a valid captcha token, the server refuses guests and gives no reason.
      if (!captcha || viewer?.author || !isOfKind(error, 'forbidden')) throw error;
      throw new AdapterError('confirm', '', { ...error.info, challenge: { type: 'captcha' } });
    }
  }

  return {
    name: 'waline',
    features: {
      sorts: ['newest', 'oldest', 'top'],
      input: 'markdown',
      idempotency: 'detects-duplicates',
      removal: 'subtree',
      votes: 'like',
      votesKnowViewer: false,
      ...(pollEvery !== undefined && { pollEvery }),
    },
    async open(_, call): Promise<DiscussionInfo> {
      opening = loadViewer(call);
      const shown = await opening;
      return {
        state: 'open',
        viewer: shown,
        posting: { who: shown.author ? 'anyone' : 'unknown', guest: guestFields },
      };
    },
    async list(query, call) {
      // Permissions depend on the viewer. If their request fails, `open` reports it.
      await opening?.catch(() => undefined);
      if (session.isSignedIn() !== false && !viewer?.author) await loadViewer(call);
      const { rows, ...page } = await readPage(client, query, call);
      roots.addRows(rows);
      return { items: rows.flatMap((row) => mapBranch(row, viewer)), ...page };
    },
    async submit(draft, call) {
      requireAuthor(draft, viewer);
      const comment = await post(draft, call);
      if (comment.status === 'rejected') return { outcome: 'rejected' };
      roots.add(comment.id, draft.parentId);
      return { outcome: comment.status === 'visible' ? 'published' : 'pending', comment };
    },
    edit: async (_, { id, body }, call) =>
      mapComment(await updateComment(client, id, { comment: requireText(body) }, call), viewer),
    async remove(_, id, call) {
      await client.request({ method: 'DELETE', path: commentPath(id) }, call);
      roots.clear();
      return { effect: 'subtree' };
    },
    async vote(_, { id, value }, call) {
      // With `like: false`, the server subtracts a like.
      if (value < 0) throw new AdapterError('unsupported', 'Waline has no downvotes.');
      return { up: (await updateComment(client, id, { like: value === 1 }, call)).like ?? 0 };
    },
    counts: (discussions, call) =>
      countComments(
        client,
        discussions.map(({ key }) => key),
        call,
      ),
    onViewerChange: session.onViewerChange,
    setToken(next) {
      viewer = undefined;
      session.setToken(next);
    },
  };
}

/**
 * Creates the adapter for an element, for the owner of its `token`. A JSON script inside the element may contain `captcha`, `guest`
 * and, if the element has none, a `token`.
 */
export async function connect({ src, data = '{}', token }: Connection): Promise<CommentsAdapter> {
  const { token: ofScript, captcha, guest } = parseData<WalineOptions>(data, '{"captcha": "turnstile"}');
  return walineAdapter({
    src: webAddress(
      src,
      'backend="waline" needs src="…" with the address of a Waline server, such as "https://waline.example.com".',
    ),
    token: token ?? ofScript,
    captcha,
    // Null counts as absent.
    guest: guest || undefined,
  });
}

/** Checks the guest's fields, because the server accepts a comment without them. */
function checkGuest(guest: NonNullable<Draft['guest']>, fields: NonNullable<Posting['guest']>): void {
  for (const field of ['name', 'email', 'website'] as const)
    if (fields[field]?.required && !guest[field]?.trim())
      throw new AdapterError('invalid', `The ${field} is missing`, { field });
}

/** The body of the request that posts a draft. `rootId`: the top-level comment above a reply. */
function toRequestBody({ discussion, parentId, body, guest = {} }: Draft, rootId: CommentId | undefined): object {
  return {
    url: discussion.key,
    comment: requireText(body),
    ...(parentId !== null && rootId !== undefined && { pid: toServerId(parentId), rid: toServerId(rootId) }),
    nick: guest.name || undefined,
    mail: guest.email || undefined,
    link: guest.website || undefined,
  };
}

/** Changes fields of a comment. */
function updateComment(client: Client, id: CommentId, fields: object, call: Call): Promise<Row> {
  return client.request({ method: 'PUT', path: commentPath(id), body: fields }, call, (row) => {
    // For an unknown id, the response contains no comment.
    if (Object(row) !== row) throw new AdapterError('not-found');
    return row as Row;
  });
}

/** Servers on SQL databases have numbers as ids and do not accept them as strings. */
const toServerId = (id: CommentId): CommentId | number => (/^\d+$/.test(id) ? Number(id) : id);

/** The numbers of comments, by the keys of the discussions. */
async function countComments(
  client: Client,
  keys: readonly string[],
  call: Call,
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  // The server splits a single value at its commas, but not several values.
  const url = keys.length === 1 ? [...keys, ...keys] : keys;
  return client.request(
    { path: '/comment', query: { type: 'count', url } },
    call,
    (counts) =>
      new Map(
        (counts as readonly unknown[]).flatMap((count, index) =>
          typeof count === 'number' ? [[url[index]!, count] as const] : [],
        ),
      ),
  );
}
