/** Turns a flat list of comments into a thread: each reply below its parent. */
import type { Comment, CommentId } from '../adapter.js';

export interface PlacedComment {
  readonly type: 'comment';
  readonly comment: Comment;
  /** 0 at the top level. */
  readonly depth: number;
  /** Undefined at the top level, and when the parent is not in the list. */
  readonly parent: Comment | undefined;
  /** The number of listed replies below it, including replies to replies. */
  readonly replies: number;
  readonly isCollapsed: boolean;
  /** Below a collapsed comment, so out of sight. */
  readonly isFolded: boolean;
}

/** Follows the last loaded reply to a comment that has more at the backend. */
export interface MoreReplies {
  readonly type: 'more';
  readonly parent: Comment;
  readonly depth: number;
}

export type ThreadItem = PlacedComment | MoreReplies;

/**
 * Places every comment once, below its parent and in list order. A
 * comment whose parent is not in the list moves to the top level, since out of place is better than lost. So does one
 * comment of every circle of replies.
 */
export function threadOf(comments: readonly Comment[], collapsed: ReadonlySet<CommentId>): readonly ThreadItem[] {
  const placed = inThreadOrder(comments);
  const replies = new Map<Comment, number>();
  // Backwards, so that all replies to a comment have been counted before the comment itself.
  for (const { comment, parent } of placed.toReversed())
    if (parent) replies.set(parent, (replies.get(parent) ?? 0) + 1 + (replies.get(comment) ?? 0));

  const items: ThreadItem[] = [];
  /** Ends of the branches around the current position, deepest last. Only for parents with more replies to load. */
  const openEnds: MoreReplies[] = [];
  let foldedBelow = Infinity;
  const closeBranches = (depth: number): void => {
    while ((openEnds.at(-1)?.depth ?? 0) > depth) items.push(openEnds.pop() as MoreReplies);
  };
  for (const { comment, depth, parent } of placed) {
    closeBranches(depth);
    const isCollapsed = collapsed.has(comment.id);
    const isFolded = depth > foldedBelow;
    if (!isFolded) foldedBelow = isCollapsed ? depth : Infinity;
    items.push({ type: 'comment', comment, depth, parent, replies: replies.get(comment) ?? 0, isCollapsed, isFolded });
    const hasMore = comment.replies?.next !== undefined;
    if (hasMore && !isCollapsed && !isFolded) openEnds.push({ type: 'more', parent: comment, depth: depth + 1 });
  }
  closeBranches(0);
  return items;
}

interface Position {
  readonly comment: Comment;
  readonly depth: number;
  readonly parent: Comment | undefined;
}

function inThreadOrder(comments: readonly Comment[]): readonly Position[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const repliesTo = new Map<Comment | undefined, Comment[]>();
  for (const comment of byId.values()) {
    const parent = byId.get(comment.parentId ?? '');
    const siblings = repliesTo.get(parent);
    if (siblings) siblings.push(comment);
    else repliesTo.set(parent, [comment]);
  }
  const placed: Position[] = [];
  const seen = new Set<Comment>();
  const placeBranch = (root: Comment): void => {
    // A stack instead of recursion: ten thousand nested replies would overflow the call stack.
    const stack: Position[] = [{ comment: root, depth: 0, parent: undefined }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { comment, depth } = next;
      if (seen.has(comment)) continue;
      seen.add(comment);
      placed.push(next);
      for (const reply of repliesTo.get(comment)?.toReversed() ?? [])
        stack.push({ comment: reply, depth: depth + 1, parent: comment });
    }
  };
  repliesTo.get(undefined)?.forEach(placeBranch);
  // Comments that are left reply to each other in a circle.
  if (seen.size < byId.size) for (const comment of byId.values()) if (!seen.has(comment)) placeBranch(comment);
  return placed;
}
