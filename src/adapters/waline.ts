/** Speaks to a Waline server. */
import {
  AdapterError,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionInfo,
  type DiscussionRef,
  type Posting,
  type SubmitResult,
  type Viewer,
} from '../model/adapter.js';
import { ask, type Way } from './waline/ask.js';
import { askForPage, listPage, MOST } from './waline/pages.js';
import { idOf, type Me, readBranch, readComment, type Row } from './waline/read-comment.js';

export interface WalineOptions {
  /** Address of the server, such as `https://waline.example.com`. */
  readonly src: string;
  /** What sends the requests. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** The token that the server has handed out to whoever is signed in. Default: everybody is a guest. */
  readonly token?: string;
  /** Which captcha the server asks of guests; its token comes from the page. Default: none. */
  readonly captcha?: 'turnstile' | 'recaptchaV3';
  /** What guests are asked for. The server itself asks for nothing. Default: a name, and if they like a mail and a web address. */
  readonly guest?: NonNullable<Posting['guest']>;
  /** Seconds between two looks for new comments; 0: never. Default 60. */
  readonly pollEvery?: number;
  /** Longest wait for a whole answer, in milliseconds. Default 15,000 for what only reads and 30,000 for all else. */
  readonly timeout?: { readonly read?: number; readonly write?: number };
}

const GUESTS = { name: { required: true }, email: { required: false }, website: { required: false } } as const;

const OUTCOMES: Readonly<Record<string, SubmitResult['outcome']>> = { visible: 'published', rejected: 'rejected' };

/**
 * Creates the adapter. A discussion's key is what the server has as the article's path, such as `/articles/42/`.
 *
 * Errors are `AdapterError`s: of the kind that the server's number and words mean, `network`, `timeout`, `unavailable` for a
 * status from 500 on, after which a comment may be stored all the same, and `bad-response` for what is no answer of a Waline.
 * A write is never repeated.
 */
export function walineAdapter(options: WalineOptions): CommentsAdapter {
  const { src, token, captcha, guest: fields = GUESTS, pollEvery, timeout } = options;
  const way: Way = {
    src,
    token,
    // Called as a function of its own: the browser's own refuses to be another object's method.
    fetch: (...request) => (options.fetch ?? globalThis.fetch)(...request),
    timeout: { read: 15_000, write: 30_000, ...timeout },
  };
  /** The top-level comment above each comment that has been listed, which the server wants to hear with an answer to it. */
  const roots = new Map<CommentId, CommentId>();
  let me: Me | undefined;
  let asking: Promise<Viewer> | undefined;

  const learn = (rows: readonly Row[]): void => {
    for (const row of rows) {
      roots.set(idOf(row), idOf(row));
      for (const reply of row.children ?? []) roots.set(idOf(reply), idOf(row));
    }
  };

  /** Rights follow from who reads, so that is asked for once before the first list. */
  async function viewer(signal: AbortSignal): Promise<Viewer> {
    if (!token) return { state: 'anonymous' };
    const {
      objectId,
      display_name: name,
      avatar,
      type,
    } = Object(await ask({ path: 'token' }, way, signal)) as Record<string, string | number | undefined>;
    // For a token that has run out, or whose owner is banned, the server answers with nobody.
    me = objectId === undefined ? undefined : { id: String(objectId), isAdministrator: type === 'administrator' };
    if (!me) return { state: 'anonymous' };
    return {
      state: 'signed-in',
      author: { id: me.id, name: String(name ?? ''), ...(avatar !== undefined && { avatar: String(avatar) }) },
      moderator: me.isAdministrator,
    };
  }
  async function known(signal: AbortSignal): Promise<Viewer> {
    // What another asked may fail only because the other has left.
    const found = await asking?.catch(() => undefined);
    signal.throwIfAborted();
    return found ?? (asking = viewer(signal));
  }

  /** The top-level comment above this one. A reply to what is no longer there would be stored, shown to nobody, and answered with a failure. */
  async function rootOf({ key }: DiscussionRef, id: CommentId, signal: AbortSignal): Promise<CommentId> {
    for (let page = 1, totalPages = 1; page <= totalPages && !roots.has(id); page++) {
      const found = await askForPage(key, { page, pageSize: MOST, sort: 'newest' }, way, signal);
      learn(found.rows);
      totalPages = found.totalPages;
    }
    const root = roots.get(id);
    if (root === undefined) throw new AdapterError('parent-gone');
    return root;
  }

  const at = (id: CommentId): string => `comment/${encodeURIComponent(id)}`;

  async function repliesTo({ key }: DiscussionRef, id: CommentId, signal: AbortSignal): Promise<readonly Comment[]> {
    for (let page = 1, totalPages = 1; page <= totalPages; page++) {
      const found = await askForPage(key, { page, pageSize: MOST, sort: 'newest' }, way, signal);
      learn(found.rows);
      totalPages = found.totalPages;
      const root = found.rows.find((row) => idOf(row) === roots.get(id));
      if (!root) continue;
      const below = new Set([id]);
      // Whoever is answered stands before the answer.
      return readBranch(root, me).filter(({ id: one, parentId }) => below.has(parentId ?? '') && below.add(one));
    }
    return [];
  }

  /** What the server takes although nobody could make anything of it. */
  function checked(body: string): string {
    if (body.trim() === '') throw new AdapterError('invalid', 'A comment cannot be empty', { field: 'body' });
    return body.replaceAll('\0', '');
  }

  /** The server answers with nothing where there is no such comment. */
  async function change(id: CommentId, body: object, signal: AbortSignal): Promise<Row> {
    const row = await ask({ method: 'PUT', path: at(id), body }, way, signal);
    if (Object(row) !== row) throw new AdapterError('not-found');
    return row as Row;
  }

  const adapter: CommentsAdapter = {
    name: 'waline',
    features: {
      sorts: ['newest', 'oldest', 'top'],
      input: 'markdown',
      idempotency: 'detects-duplicates',
      votes: 'like',
      votesKnowViewer: false,
      ...(pollEvery !== undefined && { pollEvery }),
    },
    async open(_, { signal }): Promise<DiscussionInfo> {
      const who = await known(signal);
      asking = undefined;
      return { state: 'open', viewer: who, posting: { who: who.state === 'signed-in' ? 'anyone' : 'unknown', guest: fields } };
    },
    async list(query, { signal }) {
      if (token && !me) await known(signal);
      // All replies come with what they answer, so nobody has to ask for those of one comment, but may.
      if (query.parentId !== undefined) return { items: await repliesTo(query.discussion, query.parentId, signal) };
      return listPage(query, me, way, signal, learn);
    },
    async submit({ discussion, parentId, body, guest = {}, confirm }, { signal }) {
      const reply = parentId === null ? {} : { pid: numbered(parentId), rid: numbered(await rootOf(discussion, parentId, signal)) };
      const { name: nick, email: mail, website: link } = guest;
      if (!token)
        for (const field of ['name', 'email', 'website'] as const)
          if (fields[field]?.required && !guest[field]?.trim()) throw new AdapterError('invalid', `The ${field} is missing`, { field });
      const draft = {
        url: discussion.key,
        comment: checked(body),
        ...reply,
        ...(nick && { nick }),
        ...(mail && { mail }),
        ...(link && { link }),
      };
      try {
        const comment = readComment(
          await ask(
            { method: 'POST', path: 'comment', body: { ...draft, ...(captcha && confirm && { [captcha]: confirm }) } },
            way,
            signal,
          ),
          me,
        );
        const outcome = OUTCOMES[comment.status ?? ''] ?? 'pending';
        if (outcome === 'rejected') return { outcome };
        roots.set(comment.id, (parentId !== null && roots.get(parentId)) || comment.id);
        return { outcome, comment };
      } catch (thrown) {
        // The server says only that it will not: with a captcha it is that which was missing or wrong.
        if (!captcha || me || !(thrown instanceof AdapterError) || thrown.kind !== 'forbidden') throw thrown;
        throw new AdapterError('confirm', '', { ...thrown.info, challenge: { type: 'captcha' } });
      }
    },
    edit: async (_, { id, body }, { signal }) => readComment(await change(id, { comment: checked(body) }, signal), me),
    async remove(_, id, { signal }) {
      await ask({ method: 'DELETE', path: at(id) }, way, signal);
      // Its answers have gone with it, and must not be answered either.
      for (const [one, root] of roots) if (one === id || root === id) roots.delete(one);
      return { effect: 'subtree' };
    },
    async vote(_, { id, value }, { signal }) {
      // The server would take one like away.
      if (value < 0) throw new AdapterError('unsupported', 'Waline has no votes against a comment.');
      return { up: (await change(id, { like: value === 1 }, signal)).like ?? 0 };
    },
    async counts(discussions, { signal }) {
      const keys = discussions.map(({ key }) => key);
      if (keys.length === 0) return new Map();
      // Of a single text the server makes a list at its commas.
      const answer = await ask(
        { path: 'comment', query: { type: 'count', url: keys.length === 1 ? [...keys, ...keys] : keys } },
        way,
        signal,
      );
      if (!Array.isArray(answer))
        throw new AdapterError('bad-response', `The counts are no list: ${`${JSON.stringify(answer)}`.slice(0, 80)}`);
      return new Map(keys.flatMap((key, index) => (typeof answer[index] === 'number' ? [[key, answer[index]] as const] : [])));
    },
  };

  return adapter;
}

/** Servers on SQL have numbers for ids and want them back as such. */
const numbered = (id: CommentId): CommentId | number => (/^\d+$/.test(id) ? Number(id) : id);

/** The adapter as the attributes of an element ask for it; a JSON script inside may hold `token`, `captcha` and `guest`. */
export function connect({ src, data = '{}' }: { readonly src?: string | undefined; readonly data?: string | undefined }): CommentsAdapter {
  if (!src)
    throw new AdapterError(
      'invalid',
      'backend="waline" needs src="…" with the address of a Waline server, such as "https://waline.example.com".',
    );
  let told: Partial<WalineOptions>;
  try {
    told = JSON.parse(data) as typeof told;
  } catch (cause) {
    throw new AdapterError('invalid', `The script inside the element is no JSON: "${data.trim().slice(0, 40)}". Write {"token": "…"}.`, {
      cause,
    });
  }
  const { token, captcha, guest } = told;
  return walineAdapter({ src, ...(token && { token }), ...(captcha && { captcha }), ...(guest && { guest }) });
}
