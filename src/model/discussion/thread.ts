/** A list of comments as the conversation that it is: each below the one it answers. */
import type { Comment, CommentId } from '../adapter.js';

export interface PlacedComment {
  readonly type: 'comment';
  readonly comment: Comment;
  /** 0 at the top level. */
  readonly depth: number;
  /** The comment it answers; undefined at the top level, and where that comment is not in the list. */
  readonly parent: Comment | undefined;
  /** All replies below it that are in the list, the replies to replies included. */
  readonly replies: number;
  readonly isCollapsed: boolean;
}

/** Stands after the replies of a comment that has more of them at the backend. */
export interface MoreReplies {
  readonly type: 'more';
  readonly parent: Comment;
  readonly depth: number;
}

export type ThreadItem = PlacedComment | MoreReplies;

/**
 * Every comment of the list once, below its parent and in the order of the list. Below a collapsed one nothing is shown.
 * A comment whose parent is not in the list stands at the top level: it is better out of place than lost. So does one of
 * those that answer each other in a circle.
 */
export function threadOf(comments: readonly Comment[], collapsed: ReadonlySet<CommentId>): readonly ThreadItem[] {
  const placed = inOrder(comments);
  const replies = new Map<Comment, number>();
  // From the end: by the time a comment is met, all below it have been counted.
  for (const { comment, parent } of placed.toReversed())
    if (parent) replies.set(parent, (replies.get(parent) ?? 0) + 1 + (replies.get(comment) ?? 0));

  const items: ThreadItem[] = [];
  /** The ends of the branches that are open here, deepest last: comments whose further replies have to be asked for. */
  const open: MoreReplies[] = [];
  let hiddenBelow = Infinity;
  const closeTo = (depth: number): void => {
    while ((open.at(-1)?.depth ?? 0) > depth) items.push(open.pop() as MoreReplies);
  };
  for (const { comment, depth, parent } of placed) {
    if (depth > hiddenBelow) continue;
    closeTo(depth);
    const isCollapsed = collapsed.has(comment.id);
    hiddenBelow = isCollapsed ? depth : Infinity;
    items.push({ type: 'comment', comment, depth, parent, replies: replies.get(comment) ?? 0, isCollapsed });
    if (comment.replies?.next !== undefined && !isCollapsed) open.push({ type: 'more', parent: comment, depth: depth + 1 });
  }
  closeTo(0);
  return items;
}

interface Place {
  readonly comment: Comment;
  readonly depth: number;
  readonly parent: Comment | undefined;
}

function inOrder(comments: readonly Comment[]): readonly Place[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const repliesTo = new Map<Comment | undefined, Comment[]>();
  for (const comment of byId.values()) {
    const parent = byId.get(comment.parentId ?? '');
    const siblings = repliesTo.get(parent);
    if (siblings) siblings.push(comment);
    else repliesTo.set(parent, [comment]);
  }
  const placed: Place[] = [];
  const seen = new Set<Comment>();
  const place = (top: Comment): void => {
    // A stack instead of recursion: a chain of ten thousand replies must not end the program.
    const stack: Place[] = [{ comment: top, depth: 0, parent: undefined }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { comment, depth } = next;
      if (seen.has(comment)) continue;
      seen.add(comment);
      placed.push(next);
      for (const reply of repliesTo.get(comment)?.toReversed() ?? []) stack.push({ comment: reply, depth: depth + 1, parent: comment });
    }
  };
  repliesTo.get(undefined)?.forEach(place);
  // What is left answers itself in a circle.
  if (seen.size < byId.size) for (const comment of byId.values()) if (!seen.has(comment)) place(comment);
  return placed;
}
