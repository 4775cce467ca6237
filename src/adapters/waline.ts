/** Comments of a Waline server. */
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentsAdapter,
  type DiscussionInfo,
  type Draft,
  type SubmitResult,
  type Viewer,
} from '../model/adapter.js';
import { type Connection, currentToken, parseData } from './shared/connection.js';
import { isOfKind, requireAuthor, requireText } from './shared/errors.js';
import { SharedTask } from './shared/tasks.js';
import { webAddress } from './shared/urls.js';
import { commentPath, createWalineClient } from './waline/client.js';
import { countComments } from './waline/counts.js';
import { mapBranch, mapComment, mapUser, mapViewer, type User } from './waline/mapping.js';
import type { WalineOptions } from './waline/options.js';
import { readPage } from './waline/pages.js';
import { ThreadRoots } from './waline/thread-roots.js';
import { checkGuest, toRequestBody, updateComment } from './waline/write.js';

export type { WalineOptions } from './waline/options.js';

const GUEST_FIELDS = { name: { required: true }, email: { required: false }, website: { required: false } } as const;

const OUTCOMES: Readonly<Record<string, SubmitResult['outcome']>> = { visible: 'published', rejected: 'rejected' };

/**
 * Creates an adapter for a Waline server. The key of a discussion is the path that the server has for the
 * article, such as `/articles/42/`.
 *
 * Throws `AdapterError`s: `network`, `timeout`, `unavailable` for a status of 500 or more, after which a
 * comment may have been stored, `bad-response` for a response that does not come from Waline, and the kinds
 * that correspond to Waline's own errors. Never repeats a write.
 */
export function walineAdapter(options: WalineOptions): CommentsAdapter {
  const { token, captcha, guest: guestFields = GUEST_FIELDS, pollEvery } = options;
  const client = createWalineClient(options);
  const roots = new ThreadRoots(client);
  let user: User | undefined;
  /** The viewer that the section shows. */
  let viewer: Viewer | undefined;
  /** One request that concurrent calls of `open` and `list` share. */
  let loading: SharedTask<Viewer> | undefined;

  async function loadViewer(signal: AbortSignal): Promise<Viewer> {
    if (token) user = await client.request({ path: '/token' }, { signal }, mapUser);
    viewer = mapViewer(user);
    return viewer;
  }

  async function sharedViewer(signal: AbortSignal): Promise<Viewer> {
    signal.throwIfAborted();
    if (!loading || loading.status === 'failed') loading = new SharedTask(loadViewer);
    return loading.join(signal);
  }

  async function post(draft: Draft, call: Call): Promise<Comment> {
    const { discussion, parentId, guest = {}, confirm } = draft;
    const rootId = parentId === null ? undefined : await roots.find(discussion.key, parentId, call);
    if (!token) checkGuest(guest, guestFields);
    const body = { ...toRequestBody(draft, rootId), ...(captcha && confirm && { [captcha]: confirm }) };
    try {
      return await client.request({ method: 'POST', path: '/comment', body }, call, (row) => mapComment(row, user));
    } catch (error) {
      // Without a valid captcha token, the server refuses guests and gives no reason.
      if (!captcha || user || !isOfKind(error, 'forbidden')) throw error;
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
    async open(_, { signal }): Promise<DiscussionInfo> {
      const shown = await sharedViewer(signal);
      loading = undefined;
      return {
        state: 'open',
        viewer: shown,
        posting: { who: shown.state === 'signed-in' ? 'anyone' : 'unknown', guest: guestFields },
      };
    },
    async list(query, call) {
      // Permissions depend on the user.
      if (token && !user) await sharedViewer(call.signal);
      if (query.parentId !== undefined)
        return { items: await roots.listReplies(query.discussion.key, query.parentId, user, call) };
      const { rows, next, total } = await readPage(client, query, call);
      roots.addRows(rows);
      return { items: rows.flatMap((row) => mapBranch(row, user)), ...(next !== undefined && { next }), total };
    },
    async submit(draft, call) {
      call.signal.throwIfAborted();
      requireAuthor(draft, viewer);
      const comment = await post(draft, call);
      const outcome = OUTCOMES[comment.status ?? ''] ?? 'pending';
      if (outcome === 'rejected') return { outcome };
      roots.add(comment.id, draft.parentId);
      return { outcome, comment };
    },
    edit: async (_, { id, body }, call) =>
      mapComment(await updateComment(client, id, { comment: requireText(body) }, call), user),
    async remove(_, id, call) {
      await client.request({ method: 'DELETE', path: commentPath(id) }, call);
      roots.remove(id);
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
  };
}

/**
 * Creates the adapter for an element, for the owner of its `token`. A JSON script inside the element may contain `captcha`, `guest`
 * and, if the element has none, a `token`.
 */
export async function connect({ src, data = '{}', token: ofElement }: Connection): Promise<CommentsAdapter> {
  const remedy =
    'backend="waline" needs src="…" with the address of a Waline server, such as "https://waline.example.com".';
  if (!src) throw new AdapterError('invalid', remedy);
  const { token: ofScript, captcha, guest } = parseData<WalineOptions>(data, '{"captcha": "turnstile"}');
  const token = ofElement === undefined ? ofScript : await currentToken(ofElement);
  return walineAdapter({
    src: webAddress(src, remedy),
    token,
    captcha,
    // Null counts as absent.
    guest: guest || undefined,
  });
}
