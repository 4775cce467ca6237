import type { CommentRow } from '../database/tables.js';
import { Problem } from '../http/problem.js';
import type { DiscussionChange } from './change-discussion.js';
import { countAsReply, effectOf } from './mark-removed.js';

/** Restores a removed comment, which must not have been erased. Does nothing to a comment that is present. */
export async function undoRemoval(change: DiscussionChange, before: CommentRow): Promise<CommentRow> {
  const { status_before: status } = before;
  requireRestorable(before);
  if (status === null) return before;
  if (before.parent !== '' && effectOf(await change.find(before.parent)) === 'gone')
    throw new Problem('parent-gone', 'The comment it replies to has been removed as well.');
  if (effectOf(before) === 'gone') await countAsReply(change, { ...before, status }, 1);
  if (before.status === 'withheld') await change.addReplies(before.parent, { held: -1 });
  if (status === 'visible') change.addVisible(1);
  const present = {
    status,
    status_before: null,
    removed_by: null,
    removed_at: null,
    removal_reason: null,
    removal_note: null,
    removal_kept: false,
    decision: null,
    decided_at: null,
  } as const;
  // Pages that have dropped it treat it as new.
  return change.update(before, present, 'added');
}

export function requireRestorable({ erased_at: erasedAt }: CommentRow): void {
  if (erasedAt) throw new Problem('not-found', 'This comment was erased for good and cannot be restored.');
}
