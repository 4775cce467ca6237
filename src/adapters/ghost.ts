/** Comments of a Ghost blog, through the API of Ghost's own comments section. */
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionInfo,
  type ListQuery,
  type PostingRefusal,
  type Viewer,
} from '../model/adapter.js';
import { commentPath, createGhostClient, loadComment } from './ghost/client.js';
import { mapBranches, mapViewer } from './ghost/mapping.js';
import { counts, member, page } from './ghost/members-api.js';
import type { GhostOptions } from './ghost/options.js';
import { SeenComments } from './ghost/seen-comments.js';
import { createWriting } from './ghost/writing.js';
import type { Connection } from './shared/connection.js';
import { isOfKind } from './shared/errors.js';
import { webAddress, withoutTrailingSlash } from './shared/urls.js';

export type { GhostOptions } from './ghost/options.js';

/** Ids begin with the time of creation. A page that starts after an id neither repeats nor skips comments. */
const ORDERS = { oldest: 'id asc', newest: 'id desc' } as const;

const postPath = (key: string): string => `/comments/post/${encodeURIComponent(key)}/`;

/**
 * Creates an adapter for the comments of a Ghost blog. The key of a discussion is the id of the post.
 *
 * Everyone can read. Members write, edit, delete, like and report with the cookie of their session, which
 * browsers send only from pages of the blog's origin. On other pages, the section links to the blog.
 */
export function ghostAdapter(options: GhostOptions): CommentsAdapter {
  const src = withoutTrailingSlash(options.src);
  const client = createGhostClient(src, options);
  const seen = new SeenComments();
  /**
   * Set when the blog has refused a comment of this member: only then does Ghost reveal that commenting requires a
   * paid plan.
   */
  let requiresPaidPlan = false;

  function postingRefusal(): PostingRefusal | undefined {
    if (!isSameOrigin(src))
      return {
        reason: 'other',
        message: options.replyElsewhere ?? 'Comments are written on the blog itself.',
        href: `${src}/`,
        label: options.replyLink ?? 'Go to the blog',
      };
    return requiresPaidPlan ? { reason: 'not-a-member', href: portalUrl(src, 'account/plans') } : undefined;
  }

  const loadViewer = (call: Call): Promise<Viewer> =>
    client.request({ path: '/member/' }, call, (value, place) => mapViewer(member(value, place)));

  /** The numbers of comments by post id. `ids` is separated by commas. */
  const countComments = (ids: string, call: Call): Promise<Readonly<Record<string, number>>> =>
    client.request({ path: '/comments/counts/', query: { ids } }, call, counts);

  async function open(key: string, call: Call): Promise<DiscussionInfo> {
    try {
      const [viewer, totals] = await Promise.all([
        loadViewer(call),
        countComments(key, call),
        // Only listing fails when comments are switched off.
        client.request({ path: postPath(key), query: { limit: 1 } }, call, page),
      ]);
      const refusal = postingRefusal();
      return {
        state: 'open',
        viewer,
        posting: { who: 'signed-in', ...(refusal && { refusal }) },
        ...(totals[key] !== undefined && { total: totals[key] }),
      };
    } catch (error) {
      if (isOfKind(error, 'disabled')) return { state: 'disabled' };
      throw error;
    }
  }

  async function list(
    { discussion: { key }, sort, limit, cursor, parentId }: ListQuery,
    call: Call,
  ): Promise<CommentPage> {
    // Sorted by likes, Ghost offers only page numbers, which repeat and skip comments.
    if (sort === 'top') throw new AdapterError('unsupported', 'A Ghost blog does not sort by likes.');
    const order = ORDERS[parentId === undefined ? sort : 'oldest'];
    const after = order === ORDERS.oldest ? '>' : '<';
    const filter = cursor === undefined ? undefined : `id:${after}'${cursor.replaceAll("'", '')}'`;
    const path = parentId === undefined ? postPath(key) : `${commentPath(parentId)}replies/`;
    return client.request({ path, query: { limit, order, filter } }, call, (value, place) => {
      const { comments, meta } = page(value, place);
      for (const comment of comments) seen.add(comment, parentId ?? null);
      return {
        items: mapBranches(comments, parentId ?? null, seen),
        ...(meta.pagination.next !== null && { next: comments.at(-1)?.id }),
      };
    });
  }

  const get = (key: string, id: string, call: Call): Promise<Comment> =>
    loadComment(client, id, call, (comment) => {
      if (comment.post?.id !== key) throw new AdapterError('not-found', 'This comment belongs to another post.');
      const parentId = comment.parent?.id ?? null;
      seen.add(comment, parentId);
      return mapBranches([comment], parentId, seen)[0]!;
    });

  const reading: CommentsAdapter = {
    name: 'ghost',
    features: {
      sorts: ['newest', 'oldest'],
      paging: 'pages',
      nesting: 'one-level',
      input: 'text',
      idempotency: 'none',
      votes: 'like',
      // Ghost accepts neither a reason nor a text.
      report: { reasons: [{ id: 'abuse' }], detail: false },
    },
    open: ({ key }, call) => open(key, call),
    list,
    get: ({ key }, id, call) => get(key, id, call),
    async counts(discussions, call) {
      if (discussions.length === 0) return new Map();
      return new Map(Object.entries(await countComments(discussions.map(({ key }) => key).join(','), call)));
    },
  };
  // Everything else needs the member's cookie.
  if (!isSameOrigin(src)) return reading;
  return {
    ...reading,
    ...createWriting({ client, seen, loadViewer, onForbidden: () => (requiresPaidPlan = true) }),
    signIn: async () => ({ redirect: options.signInUrl ?? portalUrl(src, 'signin') }),
  };
}

/** Creates the adapter for an element: `src` is the address of the blog, and `discussion` the id of a post. */
export function connect({ src, token, note }: Connection): CommentsAdapter {
  if (token)
    note?.(
      'backend="ghost" takes no token: Ghost knows its members by the blog’s cookie. Leave the property token out.',
    );
  const remedy = 'backend="ghost" needs src="…" with the address of the blog, such as https://blog.example.';
  if (src === undefined) throw new AdapterError('invalid', remedy);
  return ghostAdapter({ src: webAddress(src, remedy) });
}

/** Whether the page and the blog have the same origin, so that the member's cookie is sent. True outside a browser. */
function isSameOrigin(src: string): boolean {
  const { location } = globalThis;
  return !location || new URL(src, location.href).origin === location.origin;
}

/**
 * Address of a window of Ghost's portal: on this page if the theme has loaded the portal, else on the front
 * page of the blog.
 */
function portalUrl(src: string, path: string): string {
  const isOnPage = globalThis.document?.querySelector('script[data-ghost]');
  return `${isOnPage ? location.pathname + location.search : `${src}/`}#/portal/${path}`;
}
