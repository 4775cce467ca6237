import type { Comment, CommentId } from '../../model/adapter.js';

/** A node of a tree with its parent. */
export interface FlatNode<Node> {
  readonly node: Node;
  /** Undefined at the top level. */
  readonly parent: Node | undefined;
}

/**
 * Flattens nested comments into reading order, each followed by its replies, as `CommentPage.items` requires:
 *
 * ```ts
 * const items = flatten(rows, ({ children }) => children).map(({ node, parent }) => toComment(node, parent?.id ?? null));
 * ```
 *
 * @param repliesTo The replies to a node, in order; undefined for none.
 */
export function flatten<Node>(
  tree: readonly Node[],
  repliesTo: (node: Node) => readonly Node[] | null | undefined,
): readonly FlatNode<Node>[] {
  const flat: FlatNode<Node>[] = [];
  const below = (nodes: readonly Node[], parent: Node | undefined): readonly FlatNode<Node>[] =>
    nodes.map((node) => ({ node, parent })).reverse();
  // A stack instead of recursion: threads can be thousands of replies deep.
  const stack = [...below(tree, undefined)];
  for (let next = stack.pop(); next; next = stack.pop()) {
    flat.push(next);
    stack.push(...below(repliesTo(next.node) ?? [], next.node));
  }
  return flat;
}

/**
 * The replies to each comment by its id, and the top level by null, in the order of the list. A comment whose parent is not in the
 * list is at the top level.
 */
export function repliesByParent(comments: readonly Comment[]): ReadonlyMap<CommentId | null, readonly Comment[]> {
  const ids = new Set(comments.map(({ id }) => id));
  const replies = new Map<CommentId | null, Comment[]>();
  for (const comment of comments) {
    const parentId = ids.has(comment.parentId ?? '') ? comment.parentId! : null;
    const siblings = replies.get(parentId);
    if (siblings) siblings.push(comment);
    else replies.set(parentId, [comment]);
  }
  return replies;
}
