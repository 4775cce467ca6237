import type { Call, CommentPage, DiscussionInfo, DiscussionRef, ListQuery } from '../../model/adapter.js';
import { SharedTask } from '../shared/tasks.js';
import type { Query } from '../shared/urls.js';
import type { Client } from '../shared/client.js';
import { serverTime } from '../shared/response.js';
import { type OpenedDiscussion, openedDiscussion, page } from './decoders.js';
import { MAX_PAGE_SIZE, withinLimits } from './limits.js';
import { readRemainingPages } from './read-remaining-pages.js';

/** The calls about one discussion that one request answers. */
interface Batch {
  discussion?: DiscussionRef;
  query?: ListQuery;
  readonly response: SharedTask<Partial<OpenedDiscussion>>;
}

/** Opens discussions and lists their comments. A page begins with both calls at once, and one request answers both. */
export class DiscussionReader {
  readonly #client: Client;
  readonly #onOpened: (key: string, opened: OpenedDiscussion) => void;
  /** Calls that have not been sent yet, by the key of the discussion. */
  readonly #batches = new Map<string, Batch>();

  /** `onOpened` is called with each opened discussion before the calls resolve. */
  constructor(client: Client, onOpened: (key: string, opened: OpenedDiscussion) => void) {
    this.#client = client;
    this.#onOpened = onOpened;
  }

  async open(discussion: DiscussionRef, call: Call): Promise<DiscussionInfo> {
    call.signal.throwIfAborted();
    const batch = this.#batch(discussion.key);
    batch.discussion ??= discussion;
    return (await batch.response.join(call.signal)).discussion!;
  }

  async list(query: ListQuery, call: Call): Promise<CommentPage> {
    call.signal.throwIfAborted();
    const isFirst = query.cursor === undefined && query.parentId === undefined && query.filter === undefined;
    const found = await (isFirst ? this.#readFirstPage(query, call) : this.#readPage(query, call));
    if (found.next === undefined || query.limit <= MAX_PAGE_SIZE) return found;
    return readRemainingPages(found, query, (next) => this.#readPage(next, call));
  }

  async #readFirstPage(query: ListQuery, call: Call): Promise<CommentPage> {
    const batch = this.#batch(query.discussion.key);
    batch.query ??= query;
    // Two calls in one batch may ask for different orders.
    if (JSON.stringify(pageParameters(batch.query)) !== JSON.stringify(pageParameters(query)))
      return this.#readPage(query, call);
    return (await batch.response.join(call.signal)).page!;
  }

  #batch(key: string): Batch {
    const batch = this.#batches.get(key) ?? { response: new SharedTask((signal) => this.#sendBatch(key, { signal })) };
    this.#batches.set(key, batch);
    return batch;
  }

  async #sendBatch(key: string, call: Call): Promise<Partial<OpenedDiscussion>> {
    // Calls of the same turn join the batch.
    await Promise.resolve();
    const { discussion, query } = this.#batches.get(key)!;
    this.#batches.delete(key);
    if (!discussion) return { page: await this.#readPage(query!, call) };
    const { url, title } = withinLimits(discussion);
    // Without a list call, the page in the response is as small as it can be.
    const parameters = {
      discussion: key,
      url: url || undefined,
      title,
      ...(query ? pageParameters(query) : { limit: 1 }),
    };
    return this.#client.request({ path: '/discussion', query: parameters }, call, (value, place, response) => {
      const opened = openedDiscussion(value, place);
      this.#onOpened(key, opened);
      return { ...opened, discussion: { ...opened.discussion, ...serverTime(response) } };
    });
  }

  #readPage(query: ListQuery, call: Call): Promise<CommentPage> {
    const { discussion, cursor, filter, parentId } = query;
    const parameters = { discussion: discussion.key, ...pageParameters(query), filter, cursor, parent: parentId };
    return this.#client.request({ path: '/comments', query: parameters }, call, page);
  }
}

const pageParameters = ({ sort, sortOption, limit }: ListQuery): Query => ({
  sort: sortOption ?? sort,
  limit: Math.min(Math.max(Math.floor(limit), 1), MAX_PAGE_SIZE),
});
