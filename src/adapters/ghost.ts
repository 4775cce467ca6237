/** The comments that Ghost keeps itself, by the API that its own comments section uses. */
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionInfo,
  type Draft,
  type ListQuery,
} from '../model/adapter.js';
import { createAsk } from './ghost/ghost-client.js';
import type { GhostOptions } from './ghost/ghost-options.js';
import { htmlOf } from './ghost/html-of.js';
import type { GhostComment, GhostMember, GhostPage } from './ghost/members-api.js';
import { presentBranch, presentComment, presentViewer, type Seen } from './ghost/present-comment.js';

export type { GhostOptions } from './ghost/ghost-options.js';

/** Ids begin with the time, so that a page after a certain comment neither repeats nor skips what came or went meanwhile. */
const ORDERS = { oldest: 'id asc', newest: 'id desc' } as const;

/** All that is told of one comment, where it has to be asked for by name. */
const WITH_PARENT = 'include=parent,post,member,count.likes,count.replies,liked';

/**
 * Creates an adapter for the comments of a Ghost blog. The key of a discussion is the id of the post.
 *
 * Everybody reads. Members write, edit, delete, like and report with the cookie they have from signing in to the blog, which
 * browsers send from pages on the same origin only. On other pages the section leads to the blog.
 */
export function ghostAdapter(options: GhostOptions): CommentsAdapter {
  const src = options.src.replace(/\/+$/, '');
  const ask = createAsk(src, options);
  const seen: Seen = new Map();
  /** Whether the blog has told this member that commenting is for those who pay; nobody can ask it before. */
  let isForPaying = false;

  const one = async (method: string, path: string, call: Call, comment?: object): Promise<GhostComment> => {
    const { comments } = await ask<{ comments: readonly GhostComment[] }>(method, `comments/${path}`, call, comment);
    if (comments[0]) return comments[0];
    throw new AdapterError('bad-response', 'Ghost answered without the comment.');
  };
  const refusal = (): NonNullable<DiscussionInfo['posting']>['refusal'] => {
    if (isElsewhere(src))
      return {
        reason: 'other',
        message: options.replyElsewhere ?? 'Comments are written on the blog itself.',
        href: `${src}/`,
        label: options.replyLink ?? 'Go to the blog',
      };
    return isForPaying ? { reason: 'not-a-member', href: portal(src, 'account/plans') } : undefined;
  };

  async function open(key: string, call: Call): Promise<DiscussionInfo> {
    try {
      // Only the list tells that comments are switched off.
      const [member, counts] = await Promise.all([
        ask<GhostMember | undefined>('GET', 'member/', call),
        ask<Record<string, number>>('GET', `comments/counts/?${new URLSearchParams({ ids: key })}`, call),
        ask('GET', `comments/post/${encodeURIComponent(key)}/?limit=1`, call),
      ]);
      const refused = refusal();
      return {
        state: 'open',
        viewer: presentViewer(member),
        posting: { who: 'signed-in', ...(refused && { refusal: refused }) },
        ...(counts[key] !== undefined && { total: counts[key] }),
      };
    } catch (error) {
      if (error instanceof AdapterError && error.kind === 'disabled') return { state: 'disabled' };
      throw error;
    }
  }

  async function list({ discussion: { key }, sort, limit, cursor, parentId }: ListQuery, call: Call): Promise<CommentPage> {
    // Ghost has no place to go on from in a list by likes, only numbers of pages, which repeat and skip.
    if (sort === 'top') throw new AdapterError('unsupported', 'A Ghost blog cannot be read by likes.');
    const order = ORDERS[parentId === undefined ? sort : 'oldest'];
    const query = new URLSearchParams({ limit: String(limit), order });
    if (cursor !== undefined) query.set('filter', `id:${order === 'id asc' ? '>' : '<'}'${cursor.replaceAll("'", '')}'`);
    const path = parentId === undefined ? `post/${encodeURIComponent(key)}/` : `${encodeURIComponent(parentId)}/replies/`;
    const { comments, meta } = await ask<GhostPage>('GET', `comments/${path}?${query}`, call);
    const { next } = meta.pagination;
    return {
      items: comments.flatMap((comment) => presentBranch(comment, parentId ?? null, seen)),
      ...(next !== null && { next: comments.at(-1)?.id }),
    };
  }

  /** Below which comment a reply stands: Ghost has one level of them. */
  async function placeOf(parentId: string | null, call: Call): Promise<{ readonly top: string | null; readonly answered?: string }> {
    if (parentId === null) return { top: null };
    // Ghost would take a reply to what is deleted, and put one to a deleted reply below something else.
    const parent = await one('GET', `${encodeURIComponent(parentId)}/?${WITH_PARENT}`, call);
    if (parent.status !== 'published') throw new AdapterError('not-found', 'This comment is no longer there.');
    const top = parent.parent?.id ?? parentId;
    presentComment(parent, parent.parent?.id ?? null, seen);
    return top === parentId ? { top } : { top, answered: parentId };
  }

  async function submit({ discussion: { key }, parentId, body }: Draft, call: Call): Promise<{ outcome: 'published'; comment: Comment }> {
    try {
      const { top, answered } = await placeOf(parentId, call);
      const place = { post_id: key, ...(top !== null && { parent_id: top }), ...(answered !== undefined && { in_reply_to_id: answered }) };
      const stored = await one('POST', '', call, { ...place, html: htmlOf(body) });
      return { outcome: 'published', comment: presentComment(stored, top, seen) };
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      if (error.kind === 'not-found' && parentId !== null) throw new AdapterError('parent-gone', error.message, error.info);
      isForPaying ||= error.kind === 'forbidden';
      throw error;
    }
  }

  const adapter: CommentsAdapter = {
    name: 'ghost',
    features: {
      sorts: ['newest', 'oldest'],
      paging: 'pages',
      nesting: 'one-level',
      input: 'text',
      idempotency: 'none',
      votes: 'like',
      // Ghost takes neither a reason nor words.
      report: { reasons: [{ id: 'abuse' }], detail: false },
    },
    open: ({ key }, call) => answered(call, () => open(key, call)),
    list: (query, call) => answered(call, () => list(query, call)),
    get: ({ key }, id, call) =>
      answered(call, async () => {
        const comment = await one('GET', `${encodeURIComponent(id)}/?${WITH_PARENT}`, call);
        if (comment.post?.id !== key) throw new AdapterError('not-found', 'This comment is on another post.');
        return presentBranch(comment, comment.parent?.id ?? null, seen)[0] as Comment;
      }),
    counts: (discussions, call) =>
      answered(call, async () => {
        if (discussions.length === 0) return new Map();
        const ids = discussions.map(({ key }) => key).join(',');
        const counts = await ask<Record<string, number>>('GET', `comments/counts/?${new URLSearchParams({ ids })}`, call);
        return new Map(Object.entries(counts));
      }),
  };
  // Where the cookie does not go, nothing that needs it would work.
  if (isElsewhere(src)) return adapter;
  return {
    ...adapter,
    submit: (draft, call) => answered(call, () => submit(draft, call)),
    edit: (_discussion, { id, body }, call) =>
      answered(call, async () =>
        presentComment(await one('PUT', `${encodeURIComponent(id)}/`, call, { html: htmlOf(body) }), topOf(id), seen),
      ),
    remove: (_discussion, id, call) =>
      answered(call, async () => {
        const { count } = await one('PUT', `${encodeURIComponent(id)}/`, call, { status: 'deleted' });
        return { effect: count?.replies ? 'tombstone' : 'gone' };
      }),
    vote: (_discussion, { id, value }, call) =>
      answered(call, async () => {
        if (value < 0) throw new AdapterError('unsupported', 'Ghost has no votes against a comment.');
        const mine = value === 1 ? 1 : 0;
        await ask(mine ? 'POST' : 'DELETE', `comments/${encodeURIComponent(id)}/like/`, call).catch((error: unknown) => {
          // It is as it was wanted already.
          if (!(error instanceof AdapterError) || !/liked already|find like/.test(error.message)) throw error;
        });
        const { count } = await one('GET', `${encodeURIComponent(id)}/`, call);
        return { up: count?.likes ?? 0, mine };
      }),
    report: (_discussion, { id }, call) => answered(call, () => ask<undefined>('POST', `comments/${encodeURIComponent(id)}/report/`, call)),
    signIn: (call) => answered(call, () => Promise.resolve({ redirect: options.signInUrl ?? portal(src, 'signin') })),
    signOut: (call) => answered(call, () => ask<undefined>('DELETE', 'session/', call)),
  };

  function topOf(id: string): string | null {
    const topId = seen.get(id)?.topId ?? id;
    return topId === id ? null : topId;
  }
}

/** Whether the page is on another origin than the blog. Without a page there is none. */
function isElsewhere(src: string): boolean {
  const page = globalThis.location?.href;
  return page !== undefined && new URL(src, page).origin !== new URL(page).origin;
}

/** A window of Ghost's portal: over the page itself where the theme has brought the portal, else over the blog's front page. */
function portal(src: string, name: string): string {
  const isHere = globalThis.document?.querySelector('script[data-ghost]');
  return `${isHere ? location.pathname + location.search : `${src}/`}#/portal/${name}`;
}

/** What the contract allows to come out of a call: an answer that is none would otherwise be a mistake of this program's. */
async function answered<T>({ signal }: Call, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError('bad-response', 'Ghost gave an answer that cannot be read.', { cause });
  }
}

/** The adapter as the attributes of an element ask for it: `src` is the address of the blog, `discussion` the id of a post. */
export function connect({ src }: { readonly src?: string | undefined }): CommentsAdapter {
  if (src !== undefined) return ghostAdapter({ src });
  throw new AdapterError('invalid', 'backend="ghost" needs src="…" with the address of the blog, such as https://blog.example.');
}
