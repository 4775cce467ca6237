import type { Comment, CommentId } from '../../model/adapter.js';
import { isListed, type Entry, type Reader } from './discussion-entries.js';

/**
 * The branches below one comment, or of the whole discussion. A branch is a comment followed by all its replies, depth
 * first, oldest reply first.
 *
 * Unlisted comments are included: a reply stays in the branch of its parent when the parent is removed, because as a
 * branch of its own it would appear on a second page. A comment whose parent never existed starts a branch, and so does
 * the first comment of a circle, so that nothing is lost.
 */
export function branches(entries: readonly Entry[], below: CommentId | null): readonly (readonly Entry[])[] {
  const ids = new Set(entries.map((entry) => entry.comment.id));
  const children = new Map<CommentId | null, Entry[]>();
  for (const entry of entries) {
    const parent = entry.comment.parentId ?? null;
    const known = parent !== null && ids.has(parent) ? parent : null;
    const siblings = children.get(known);
    if (siblings === undefined) children.set(known, [entry]);
    else siblings.push(entry);
  }
  const placed = new Set<Entry>();
  const branch = (top: Entry): Entry[] => {
    const found: Entry[] = [];
    // A stack instead of recursion, which a chain of ten thousand replies would overflow.
    const stack = [top];
    for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
      if (placed.has(entry)) continue;
      placed.add(entry);
      found.push(entry);
      const replies = children.get(entry.comment.id) ?? [];
      for (const reply of replies.toReversed()) stack.push(reply);
    }
    return found;
  };
  const result = (children.get(below) ?? []).map(branch);
  if (below !== null) return result;
  for (const entry of entries) if (!placed.has(entry)) result.push(branch(entry));
  return result.sort((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0));
}

/** A comment of a page, with a reference to its replies that are not in the page. */
export interface Listed {
  readonly entry: Entry;
  readonly replies?: NonNullable<Comment['replies']>;
}

/** The cursor of the replies after the comment with this number. */
export const repliesAfter = (number: number): string => `oldest:${number}`;

/**
 * The comments of one branch that `viewer` sees, with the first `limit` replies to each comment and a cursor for the
 * others. An unlisted comment cannot carry a cursor, so all of its replies are included.
 */
export function listBranch(branch: readonly Entry[], viewer: Reader, limit = Infinity): readonly Listed[] {
  const [top] = branch;
  /** How many replies of each comment are listed, or have listed replies below them. */
  const totals = new Map<CommentId, number>();
  const isOnPath = (entry: Entry): boolean => isListed(entry, viewer) || totals.has(entry.comment.id);
  // Backwards, so that the replies to a comment are counted before the comment. The first comment of a circle is no
  // reply.
  for (const entry of branch.toReversed()) {
    const parent = entry.comment.parentId ?? '';
    if (entry !== top && isOnPath(entry)) totals.set(parent, (totals.get(parent) ?? 0) + 1);
  }

  const open = new Map<CommentId, { readonly entry: Entry; replies: number; last: number }>();
  for (const entry of branch) {
    const parent = open.get(entry.comment.parentId ?? '');
    if (entry !== top) {
      // A reply is omitted together with everything below it.
      if (parent === undefined) continue;
      if (isOnPath(entry)) {
        if (parent.replies >= limit && isListed(parent.entry, viewer)) continue;
        parent.replies++;
        parent.last = entry.number;
      }
    }
    open.set(entry.comment.id, { entry, replies: 0, last: -1 });
  }
  return [...open.values()]
    .filter(({ entry }) => isListed(entry, viewer))
    .map(({ entry, replies, last }) => {
      const total = totals.get(entry.comment.id) ?? 0;
      return { entry, ...(replies < total && { replies: { total, next: repliesAfter(last) } }) };
    });
}
