import { AdapterError, type Call, type CommentId } from '../../model/adapter.js';
import type { Client } from '../shared/client.js';
import { type Row, rowId } from './mapping.js';
import { MAX_PAGE_SIZE, ORDERS, requestPage } from './pages.js';

/** Remembers the top-level comment above each comment. The server needs its id for every reply. */
export class ThreadRoots {
  readonly #rootIds = new Map<CommentId, CommentId>();

  /** Adds top-level comments with their replies. */
  addRows(rows: readonly Row[]): void {
    for (const row of rows) for (const one of [row, ...(row.children ?? [])]) this.#rootIds.set(rowId(one), rowId(row));
  }

  /** Adds a new comment. */
  add(id: CommentId, parentId: CommentId | null): void {
    this.#rootIds.set(id, this.#rootIds.get(parentId ?? '') ?? id);
  }

  /** Forgets everything, because a comment was removed, with the replies to it. */
  clear(): void {
    this.#rootIds.clear();
  }

  /**
   * The id of the top-level comment above `id`, for which the list is read if necessary. Throws `parent-gone` if the discussion has no
   * such comment: the server would store a reply to it, fail, and never show the reply.
   */
  async find(client: Client, key: string, id: CommentId, call: Call): Promise<CommentId> {
    for (let page = 1, totalPages = 1; !this.#rootIds.has(id); page++) {
      if (page > totalPages) throw new AdapterError('parent-gone');
      const found = await requestPage(
        client,
        { path: key, page, pageSize: MAX_PAGE_SIZE, sortBy: ORDERS.newest },
        call,
      );
      ({ totalPages } = found);
      this.addRows(found.rows);
    }
    return this.#rootIds.get(id)!;
  }
}
