import {
  AdapterError,
  type Call,
  type Comment,
  type CommentPage,
  type CommentsAdapter,
  type DiscussionInfo,
  type DiscussionRef,
  type ListQuery,
} from '../../model/adapter.js';
import { SharedTask } from '../shared/tasks.js';
import type { Query } from '../shared/urls.js';
import type { Client } from '../shared/client.js';
import { serverTime } from '../shared/response.js';
import { MAX_PAGE_SIZE, withinLimits } from './limits.js';
import { passOn } from './members.js';

const hasItems = (page: CommentPage): boolean => Array.isArray((page as CommentPage | undefined)?.items);

/** Reads more pages until the query's limit is reached, if it is larger than one request allows. */
async function readRemainingPages(
  firstPage: CommentPage,
  query: ListQuery,
  readPage: (query: ListQuery) => Promise<CommentPage>,
): Promise<CommentPage> {
  let result = firstPage;
  // Not repaired yet: a backend may write an empty cursor or parent for none, and return the same cursor forever.
  const requested = new Set<unknown>();
  while (query.limit > MAX_PAGE_SIZE && hasItems(result) && result.next && !requested.has(result.next)) {
    const missing =
      query.limit -
      result.items.filter((item: Comment | null) => (item?.parentId || undefined) === query.parentId).length;
    if (missing <= 0) break;
    requested.add(result.next);
    const more = await readPage({ ...query, cursor: result.next, limit: missing });
    if (!hasItems(more)) return more;
    result = { ...more, items: [...result.items, ...more.items] };
    if (more.items.length === 0) break;
  }
  return result;
}

/** The response to `GET /discussion`. Its members may be anything: each caller checks the one that it returns. */
export interface OpenedDiscussion {
  readonly discussion: DiscussionInfo;
  readonly page: CommentPage;
  readonly offers?: unknown;
  readonly position?: unknown;
}

/** The calls about one discussion that one request answers. */
interface Batch {
  discussion?: DiscussionRef;
  /** Parameters of the first page. */
  firstPage?: Query;
  /** Of the last call. */
  note?: Call['note'];
  readonly response: SharedTask<Partial<OpenedDiscussion>>;
}

/**
 * Opens discussions and lists their comments. A page begins with both calls at once, and one request answers both.
 *
 * @param onOpened Called with each opened discussion before the calls resolve.
 */
export function discussionReader(
  { request }: Client,
  onOpened: (key: string, opened: OpenedDiscussion) => void,
): Pick<CommentsAdapter, 'open' | 'list'> {
  /** Calls that have not been sent yet, by the key of the discussion. */
  const batches = new Map<string, Batch>();

  function batchOf(key: string, { signal, note }: Call): Batch {
    signal.throwIfAborted();
    const batch = batches.get(key) ?? { response: new SharedTask((shared) => sendBatch(key, shared)) };
    batches.set(key, batch);
    batch.note = note;
    return batch;
  }

  async function sendBatch(key: string, signal: AbortSignal): Promise<Partial<OpenedDiscussion>> {
    // Calls of the same turn join the batch.
    await Promise.resolve();
    const { discussion, firstPage, note } = batches.get(key)!;
    batches.delete(key);
    const call: Call = { signal, note };
    if (!discussion) return { page: await readPage(firstPage!, call) };
    const { url, title } = withinLimits(discussion);
    // Without a list call, the page in the response is as small as it can be.
    const query = { discussion: key, url: url || undefined, title, ...(firstPage ?? { limit: 1 }) };
    return request({ path: '/discussion', query }, call, (value, place, response) => {
      const opened = value as OpenedDiscussion;
      if (!opened.discussion) throw new AdapterError('bad-response', `${place} › discussion is missing`);
      onOpened(key, opened);
      return { ...opened, discussion: { ...opened.discussion, ...serverTime(response) } };
    });
  }

  const readPage = (query: Query, call: Call): Promise<CommentPage> =>
    request({ path: '/comments', query }, call, (value) => value as CommentPage);

  async function readFirstPage(query: ListQuery, call: Call): Promise<CommentPage> {
    const parameters = parametersOf(query);
    const batch = batchOf(query.discussion.key, call);
    batch.firstPage ??= parameters;
    // Two calls in one batch may ask for different orders.
    if (JSON.stringify(batch.firstPage) !== JSON.stringify(parameters)) return readPage(parameters, call);
    return (await batch.response.join(call.signal)).page!;
  }

  return {
    async open(discussion, call) {
      const batch = batchOf(discussion.key, call);
      batch.discussion ??= discussion;
      const { discussion: info } = await batch.response.join(call.signal);
      return passOn(info!, 'info', call);
    },
    async list(query, call) {
      const isFirst = (query.cursor ?? query.parentId ?? query.filter) === undefined;
      const found = await (isFirst ? readFirstPage(query, call) : readPage(parametersOf(query), call));
      return readRemainingPages(passOn(found, 'page', call), query, async (next) =>
        passOn(await readPage(parametersOf(next), call), 'page', call),
      );
    },
  };
}

const parametersOf = ({ discussion, sort, sortOption, limit, filter, cursor, parentId }: ListQuery): Query => ({
  discussion: discussion.key,
  sort: sortOption ?? sort,
  limit: Math.min(Math.max(Math.floor(limit), 1), MAX_PAGE_SIZE),
  filter,
  cursor,
  parent: parentId,
});
