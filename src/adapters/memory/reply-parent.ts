import type { Comment, CommentId, Features } from '../../model/adapter.js';
import { isPublic, type Entry } from './discussion-entries.js';
import { refusal } from './errors.js';

/**
 * The parent of a reply. If the features do not allow replies that deep, it is the deepest allowed ancestor instead,
 * and `replyTo` names the comment that was replied to. Throws `parent-gone` unless everyone can read that comment.
 */
export function replyParent(
  entries: readonly Entry[],
  parentId: CommentId | null,
  { nesting, maxDepth = Infinity }: Features,
): Pick<Comment, 'parentId' | 'replyTo'> {
  if (parentId === null) return { parentId };
  const byId = new Map(entries.map((entry) => [entry.comment.id, entry]));
  const parent = byId.get(parentId);
  if (parent === undefined || !isPublic(parent))
    throw refusal('parent-gone', 'The comment you replied to is no longer there.');

  // From the comment up to the top level. A set, because the comments of a seed may reply to each other in a circle.
  const path = new Set<Entry>();
  for (
    let entry: Entry | undefined = parent;
    entry !== undefined && !path.has(entry);
    entry = byId.get(entry.comment.parentId ?? '')
  )
    path.add(entry);
  const deepest = Math.min(maxDepth, nesting === 'flat' ? 0 : nesting === 'one-level' ? 1 : Infinity);
  if (path.size <= deepest) return { parentId };
  const ancestors = [...path].reverse();
  const name = parent.comment.author?.name;
  return {
    parentId: deepest === 0 ? null : (ancestors[deepest - 1]?.comment.id ?? null),
    ...(name !== undefined && { replyTo: { id: parentId, name } }),
  };
}
