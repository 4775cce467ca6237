import { AdapterError, type Call, type Comment, type CommentId } from '../../model/adapter.js';
import type { Client } from '../shared/client.js';
import { mapBranch, type Row, rowId, type User } from './mapping.js';
import { readAllPages } from './pages.js';

/** Remembers the top-level comment above each comment. The server needs its id for every reply. */
export class ThreadRoots {
  readonly #client: Client;
  readonly #rootIds = new Map<CommentId, CommentId>();

  constructor(client: Client) {
    this.#client = client;
  }

  /** Adds top-level comments with their replies. */
  addRows(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#rootIds.set(rowId(row), rowId(row));
      for (const reply of row.children ?? []) this.#rootIds.set(rowId(reply), rowId(row));
    }
  }

  /** Adds a new comment. */
  add(id: CommentId, parentId: CommentId | null): void {
    this.#rootIds.set(id, (parentId !== null && this.#rootIds.get(parentId)) || id);
  }

  /** Forgets a comment, and its replies if it is a top-level comment. */
  remove(id: CommentId): void {
    for (const [commentId, rootId] of this.#rootIds)
      if (commentId === id || rootId === id) this.#rootIds.delete(commentId);
  }

  /**
   * The id of the top-level comment above `id`. Throws `parent-gone` if the discussion has no such comment: the
   * server would store a reply to it, fail, and never show the reply.
   */
  async find(key: string, id: CommentId, call: Call): Promise<CommentId> {
    if (!this.#rootIds.has(id)) {
      for await (const rows of readAllPages(this.#client, key, call)) {
        this.addRows(rows);
        if (this.#rootIds.has(id)) break;
      }
    }
    const rootId = this.#rootIds.get(id);
    if (rootId === undefined) throw new AdapterError('parent-gone');
    return rootId;
  }

  /** All replies below a comment. */
  async listReplies(key: string, id: CommentId, user: User | undefined, call: Call): Promise<readonly Comment[]> {
    for await (const rows of readAllPages(this.#client, key, call)) {
      this.addRows(rows);
      const root = rows.find((row) => rowId(row) === this.#rootIds.get(id));
      if (!root) continue;
      const branchIds = new Set([id]);
      // A reply is never older than its parent.
      return mapBranch(root, user).filter(
        (comment) => branchIds.has(comment.parentId ?? '') && branchIds.add(comment.id),
      );
    }
    return [];
  }
}
