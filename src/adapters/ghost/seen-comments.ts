import { type AuthorNames, mapAuthor } from './mapping.js';
import type { GhostComment } from './members-api.js';

/**
 * Remembers the comments that were read. A reply names the sibling it responds to only by its id, and an edited
 * reply comes back without its parent.
 */
export class SeenComments implements AuthorNames {
  readonly #comments = new Map<string, { readonly name: string | undefined; readonly parentId: string | null }>();

  /** Adds a comment and the replies that came with it. */
  add(comment: GhostComment, parentId: string | null): void {
    this.#comments.set(comment.id, { name: mapAuthor(comment)?.name, parentId });
    for (const reply of comment.replies ?? []) this.add(reply, comment.id);
  }

  nameOf(id: string): string | undefined {
    return this.#comments.get(id)?.name;
  }

  /** Null for top-level comments, and for comments that were never read. */
  parentOf(id: string): string | null {
    return this.#comments.get(id)?.parentId ?? null;
  }
}
