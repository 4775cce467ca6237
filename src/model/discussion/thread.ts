/** Turns a flat list of comments into a thread: each reply below its parent. */
import type { Comment, CommentId, Features } from '../adapter.js';

export interface PlacedComment {
  readonly type: 'comment';
  readonly comment: Comment;
  /** 0 at the top level. */
  readonly depth: number;
  /** Undefined at the top level, and if the parent is not in the list. */
  readonly parent: Comment | undefined;
  /** The number of listed replies below it, including replies to replies. */
  readonly replies: number;
  /** The number of all replies below it, as far as known. */
  readonly total: number;
  /** False if there may be more. */
  readonly isTotalExact: boolean;
  readonly isCollapsed: boolean;
  /** Hidden below a collapsed comment. */
  readonly isFolded: boolean;
}

/** Follows the last loaded reply to a comment that has more at the backend. */
export interface MoreReplies {
  readonly type: 'more';
  /** The comment that has them. */
  readonly comment: Comment;
  readonly depth: number;
}

export type ThreadItem = PlacedComment | MoreReplies;

/**
 * Places every comment once, below its parent and in list order. A comment whose parent is not in the list moves to the top level,
 * so that it is not lost. So does one comment of every circle of replies.
 */
export function threadOf(
  comments: readonly Comment[],
  collapsed: ReadonlySet<CommentId>,
  nesting: Features['nesting'] = 'tree',
): readonly ThreadItem[] {
  const placed = inThreadOrder(comments);
  const counts = replyCounts(placed, nesting);
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
    const count = counts.get(comment) ?? NO_REPLIES;
    items.push({ type: 'comment', comment, depth, parent, ...count, isCollapsed, isFolded });
    const hasMore = comment.replies?.next !== undefined;
    if (hasMore && !isCollapsed && !isFolded) openEnds.push({ type: 'more', comment, depth: depth + 1 });
  }
  closeBranches(0);
  return items;
}

type ReplyCount = Pick<PlacedComment, 'replies' | 'total' | 'isTotalExact'>;

const NO_REPLIES: ReplyCount = { replies: 0, total: 0, isTotalExact: true };

/** Counts the replies below each comment, including those that are not listed. */
function replyCounts(placed: readonly Position[], nesting: Features['nesting']): ReadonlyMap<Comment, ReplyCount> {
  const counts = new Map<Comment, ReplyCount>();
  const direct = new Map<Comment, number>();
  // Backwards, so that all replies to a comment have been counted before the comment itself.
  for (const { comment, parent } of placed.toReversed()) {
    const listed = counts.get(comment) ?? NO_REPLIES;
    const { total, next } = comment.replies ?? {};
    let own = listed;
    if (next !== undefined) {
      const missing = Math.max(0, (total ?? 0) - (direct.get(comment) ?? 0));
      // In a tree, a reply that is not listed may have replies of its own.
      own = { ...listed, total: listed.total + missing, isTotalExact: total !== undefined && nesting !== 'tree' };
    }
    counts.set(comment, own);
    if (!parent) continue;
    const above = counts.get(parent) ?? NO_REPLIES;
    counts.set(parent, {
      replies: above.replies + 1 + own.replies,
      total: above.total + 1 + own.total,
      isTotalExact: above.isTotalExact && own.isTotalExact,
    });
    direct.set(parent, (direct.get(parent) ?? 0) + 1);
  }
  return counts;
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
  // The remaining comments reply to each other in a circle.
  if (seen.size < byId.size) for (const comment of byId.values()) if (!seen.has(comment)) placeBranch(comment);
  return placed;
}
