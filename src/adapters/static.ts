import {
  AdapterError,
  type Call,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionInfo,
  type DiscussionRef,
  type ListQuery,
} from '../model/adapter.js';
import type { Connection } from './shared/connection.js';
import { parseUrl } from './shared/urls.js';
import { SharedTask } from './shared/tasks.js';
import { errorFromMistakes, fetchJson, parseJson, partUrl } from './static/client.js';
import { type Archive, type ArchiveFile, decodeArchive } from './static/decode-archive.js';
import { repliesByParent } from './shared/thread.js';

/**
 * One page of an archive: as many top-level comments, or replies to `parentId`, as the query asks for, with all their replies. A page does
 * not go beyond its file, which `find` returns by its number.
 */
async function listPage(
  { sort, limit, cursor = `${sort}:1:0`, parentId }: ListQuery,
  find: (number?: number) => Promise<Archive | undefined>,
): Promise<CommentPage> {
  if (sort === 'top') throw new AdapterError('unsupported', 'An archive cannot be sorted by votes.');
  const [cursorSort, ...position] = cursor.split(':');
  if (cursorSort !== sort)
    throw new AdapterError('invalid', `The cursor "${cursor}" does not belong to a list sorted by "${sort}".`);

  const [part, start] = position.map(Number) as [number, number];
  const { comments = [], parts = 1, total = 0 } = (await find()) ?? {};
  const number = sort === 'newest' ? parts + 1 - part : part;
  const replies = repliesByParent(number > 1 ? ((await find(number))?.comments ?? []) : comments);
  const siblings = [...(replies.get(parentId ?? null) ?? [])];
  if (sort === 'newest') siblings.reverse();
  const end = start + (limit >= 1 ? Math.floor(limit) : 1);
  const items = siblings.slice(start, end);
  // The loop goes on to the replies that it inserts.
  for (const [index, { id }] of items.entries()) items.splice(index + 1, 0, ...(replies.get(id) ?? []));
  const next = end < siblings.length ? `${sort}:${part}:${end}` : part < parts && `${sort}:${part + 1}:0`;
  return {
    items,
    ...(next && { next }),
    // In a page of replies, the total would be the number of replies.
    ...(parentId === undefined && { total, totalCounts: 'all' as const }),
  };
}

export interface StaticOptions {
  /** URL of the JSON file, absolute or relative to the page. */
  readonly src?: string;
  /** The archive itself, parsed or as JSON text. Takes precedence over `src`. */
  readonly data?: unknown;
  /** Fetches `src`. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/**
 * A read-only discussion from a JSON file, for articles whose comments have been archived.
 *
 * The file holds one discussion, which every article gets:
 *
 * ```json
 * {
 *   "info": { "state": "closed", "closedAt": "2013-06-21T10:54:00Z" },
 *   "comments": [
 *     {
 *       "id": "1",
 *       "parentId": null,
 *       "author": { "name": "Ada" },
 *       "body": { "format": "text", "value": "First." },
 *       "createdAt": "2013-06-07T10:54:00Z"
 *     }
 *   ]
 * }
 * ```
 *
 * or several by their keys, `{ "discussions": { "42": { "info": …, "comments": … } } }`, in which case any other key is
 * `missing`; or just the array of comments. `info` is a `Partial<DiscussionInfo>`, of which `state` (default `closed`),
 * `stateMessage`, `closedAt`, `closesAt`, `opensAt` and `policy` are used. Comments are `Comment`s in any order; `id`,
 * `body` and `createdAt` are required, and unknown fields are ignored. Pending and rejected comments are not shown.
 *
 * A long discussion may be in several files: `{ "parts": 3, "total": 600, "comments": … }` at `comments.json` has its oldest threads, and
 * the others are at `comments/2.json` and `comments/3.json`, in order. No thread is divided. `total` is the number of all visible comments.
 *
 * A file is fetched once for all calls, and again after a failure. A mistake in the file costs only what is unusable: a comment without
 * id or text is left out, one with a wrong time is shown without it. Each is reported to the `note` of the call, which the section passes;
 * without `note`, the calls reject with `bad-response` and the first few mistakes, each with its location and value. Other errors:
 * `bad-response` for a file without anything usable or of more than 50 million characters; `not-found` (404, 410); `forbidden`
 * (401, 403); `unavailable` (408, 429, 5xx); `network`; `timeout` after a minute. Except for the last three, their messages are for the
 * developer: the address of the file is wrong.
 */
export function staticAdapter(options: StaticOptions): CommentsAdapter {
  const { src, data, fetch } = options;
  /** The files by their number: 1 is the archive itself, the others are its further parts. */
  const files: SharedTask<ArchiveFile>[] = [];

  async function load(number: number, signal: AbortSignal): Promise<unknown> {
    if (data !== undefined && number === 1) return typeof data === 'string' ? parseJson(data, 'The data') : data;
    if (!src)
      throw new AdapterError('bad-response', 'There is no archive: set src to the URL of a JSON file, or set data.');
    return fetchJson(partUrl(src, number), { fetch, signal });
  }

  /** Loads a file once. Returns its part of the discussion. Undefined if the file holds several and not this one. */
  async function find({ key }: DiscussionRef, { signal, note }: Call, number = 1): Promise<Archive | undefined> {
    signal.throwIfAborted();
    let loading = files[number];
    if (!loading || loading.status === 'failed')
      loading = files[number] = new SharedTask(async (inner) => decodeArchive(await load(number, inner)));
    const { find, mistakes } = await loading.join(signal);
    for (const mistake of mistakes) {
      if (!note) throw errorFromMistakes(mistakes);
      note(mistake);
    }
    return find(key);
  }

  return {
    name: 'static',
    features: { sorts: ['oldest', 'newest'], pollEvery: 0 },
    async open(discussion, call): Promise<DiscussionInfo> {
      const archive = await find(discussion, call);
      return archive ? { state: 'closed', ...archive.info, total: archive.total } : { state: 'missing' };
    },
    list: (query, call) => listPage(query, (number) => find(query.discussion, call, number)),
    async get(discussion, id, call) {
      for (let number = 1, parts = 1; number <= parts; number++) {
        const archive = await find(discussion, call, number);
        if (number === 1) parts = archive?.parts ?? 0;
        const comment = archive?.comments.find((candidate) => candidate.id === id);
        if (comment) return comment;
      }
      throw new AdapterError('not-found', 'There is no such comment in the archive.');
    },
    async counts(discussions, call) {
      const counts = new Map<string, number>();
      for (const discussion of discussions) {
        const archive = await find(discussion, call);
        if (archive) counts.set(discussion.key, archive.total);
      }
      return counts;
    },
  };
}

/** @deprecated Use `staticAdapter`. This name is kept for one version. */
export const createStaticAdapter = staticAdapter;

/**
 * Creates the adapter from the attributes of an element: the file at `src`, or else the JSON text inside the element.
 */
export function connect({ src, data, token, note }: Connection): CommentsAdapter {
  if (token) note?.('backend="static" takes no token: all viewers read the same file. Leave the property token out.');
  if (src !== undefined && !parseUrl(src, globalThis.document?.baseURI))
    throw new AdapterError('invalid', `src="${src}" is not a URL: set src to the URL of a JSON file.`);
  if (src !== undefined) return staticAdapter({ src });
  if (data !== undefined) return staticAdapter({ data });
  throw new AdapterError(
    'invalid',
    'backend="static" needs src="…" with the URL of a JSON file, or a <script type="application/json"> with the comments inside the element.',
  );
}
