import type { Comment, CommentId, Features } from '../../model/adapter.js';
import { isPublic, type Entry } from './discussion-entries.js';
import { refusal } from './refusal.js';

/**
 * Where a reply goes: below its parent, or, where the features allow no reply so deep, below the parent's deepest
 * allowed ancestor, saying whom it answers. Throws `parent-gone` unless everybody can read the parent.
 */
export function replyPlace(
  entries: readonly Entry[],
  parentId: CommentId | null,
  { nesting, maxDepth = Infinity }: Features,
): Pick<Comment, 'parentId' | 'replyTo'> {
  if (parentId === null) return { parentId };
  const byId = new Map(entries.map((entry) => [entry.comment.id, entry]));
  const parent = byId.get(parentId);
  if (parent === undefined || !isPublic(parent)) throw refusal('parent-gone', 'The comment you answered is no longer there.');

  // From the parent up to the top; a set, because a seed may answer itself in a circle.
  const line = new Set<Entry>();
  for (let entry: Entry | undefined = parent; entry !== undefined && !line.has(entry); entry = byId.get(entry.comment.parentId ?? ''))
    line.add(entry);
  const deepest = Math.min(maxDepth, nesting === 'flat' ? 0 : nesting === 'one-level' ? 1 : Infinity);
  if (line.size <= deepest) return { parentId };
  const ancestors = [...line].reverse();
  const name = parent.comment.author?.name;
  return {
    parentId: deepest === 0 ? null : (ancestors[deepest - 1]?.comment.id ?? null),
    ...(name !== undefined && { replyTo: { id: parentId, name } }),
  };
}
