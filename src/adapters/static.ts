import {
  AdapterError,
  type Comment,
  type CommentsAdapter,
  type DiscussionInfo,
  type ListQuery,
  type CommentPage,
} from '../model/adapter.js';
import { fetchJson, parseJson } from './static/fetch-json.js';
import { readArchive, type Archive } from './static/read-archive.js';
import { SharedLoad } from './static/shared-load.js';

export interface StaticOptions {
  /** Address of the JSON file, relative to the page. */
  readonly src?: string;
  /** The archive itself, parsed or as JSON text. Wins over `src`. */
  readonly data?: unknown;
  /** What fetches `src`. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}

const isVisible = ({ status = 'visible' }: Comment) => status === 'visible';

/** The comments below each id, and those at the top below null: also the ones whose parent is not in the archive. */
function childrenOf(comments: readonly Comment[]): ReadonlyMap<string | null, readonly Comment[]> {
  const ids = new Set(comments.map(({ id }) => id));
  const children = new Map<string | null, Comment[]>();
  for (const comment of comments) {
    const place = comment.parentId != null && ids.has(comment.parentId) ? comment.parentId : null;
    const siblings = children.get(place);
    if (siblings === undefined) children.set(place, [comment]);
    else siblings.push(comment);
  }
  return children;
}

function page({ comments }: Archive, { sort, limit, cursor, parentId }: ListQuery): CommentPage {
  if (sort === 'top') throw new AdapterError('unsupported', 'An archive cannot be sorted by votes.');
  const [, cursorSort = sort, offset = '0'] = /^(oldest|newest):(\d+)$/.exec(cursor ?? `${sort}:0`) ?? [undefined, ''];
  if (cursorSort !== sort) throw new AdapterError('invalid', `The cursor "${cursor}" does not belong to a list sorted by "${sort}".`);

  const children = childrenOf(comments);
  const tops = [...(children.get(parentId ?? null) ?? [])];
  if (sort === 'newest') tops.reverse();
  const start = Number(offset);
  const end = start + (limit >= 1 ? Math.floor(limit) : 1);
  const items: Comment[] = [];
  // A stack instead of recursion: a long chain of replies must not end the program.
  const waiting = tops.slice(start, end).reverse();
  for (let comment = waiting.pop(); comment !== undefined; comment = waiting.pop()) {
    items.push(comment);
    for (const reply of [...(children.get(comment.id) ?? [])].reverse()) waiting.push(reply);
  }
  return { items, ...(end < tops.length ? { next: `${sort}:${end}` } : {}), total: comments.filter(isVisible).length, totalCounts: 'all' };
}

/**
 * A read-only discussion from a JSON file, for articles whose comments have moved to the archive.
 *
 * The file holds one discussion, which is the one of whatever article asks:
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
 * or several by their keys, `{ "discussions": { "42": { "info": …, "comments": … } } }`, where a key that is not there is
 * `missing`; or only the list of comments. `info` is a `Partial<DiscussionInfo>`, of which `state` (default `closed`),
 * `stateMessage`, `closedAt`, `closesAt`, `opensAt` and `policy` are used. Comments are `Comment`s in any order; `id`,
 * `body` and `createdAt` are required, and fields that are not known are left alone. Pending and rejected comments are
 * not shown.
 *
 * The file is fetched once, whoever asks, and again after a failure. Errors: `bad-response` with the place, the value
 * and the remedy for a file that is not as above, `not-found` (404, 410), `forbidden` (401, 403), `unavailable` (408,
 * 429, 5xx), `network`.
 */
export function createStaticAdapter(options: StaticOptions): CommentsAdapter {
  const { src, data } = options;

  const archives = new SharedLoad(async (signal) => {
    if (data !== undefined) return readArchive(typeof data === 'string' ? parseJson(data, 'The data') : data);
    if (src === undefined || src === '')
      throw new AdapterError('bad-response', 'There is no archive: set src to the address of a JSON file, or data.');
    return readArchive(await fetchJson(src, { fetch: options.fetch ?? globalThis.fetch, signal }));
  });

  return {
    name: 'static',
    features: { sorts: ['oldest', 'newest'], paging: 'pages', nesting: 'tree', pollEvery: 0 },
    async open({ key }, { signal }): Promise<DiscussionInfo> {
      const archive = (await archives.get(signal))(key);
      if (archive === undefined) return { state: 'missing' };
      return { state: 'closed', ...archive.info, total: archive.comments.filter(isVisible).length };
    },
    async list(query, { signal }) {
      const archive = (await archives.get(signal))(query.discussion.key);
      return archive === undefined ? { items: [], total: 0, totalCounts: 'all' } : page(archive, query);
    },
    async get({ key }, id, { signal }) {
      const comment = (await archives.get(signal))(key)?.comments.find((candidate) => candidate.id === id);
      if (comment === undefined) throw new AdapterError('not-found', 'There is no such comment in the archive.');
      return comment;
    },
    async counts(discussions, { signal }) {
      const archiveOf = await archives.get(signal);
      const counts = new Map<string, number>();
      for (const { key } of discussions) {
        const archive = archiveOf(key);
        if (archive !== undefined) counts.set(key, archive.comments.filter(isVisible).length);
      }
      return counts;
    },
  };
}

/** The adapter as the attributes of an element ask for it: the file at `src`, else the JSON text inside the element. */
export function connect({ src, data }: { readonly src?: string | undefined; readonly data?: string | undefined }): CommentsAdapter {
  if (src !== undefined) return createStaticAdapter({ src });
  if (data !== undefined) return createStaticAdapter({ data });
  throw new AdapterError(
    'invalid',
    'backend="static" needs src="…" with the address of a JSON file, or a <script type="application/json"> with the comments inside the element.',
  );
}
