import type { Decision } from 'article-comments/rules.js';
import type { CommentRow } from '../database/tables.js';
import type { DiscussionChange } from './change-discussion.js';

/** Whether a moderator has hidden the comment and nobody has removed it. Only moderators read it then. */
export const isHidden = ({ status, removed_at: removedAt, erased_at: erasedAt }: CommentRow): boolean =>
  status === 'hidden' && !removedAt && !erasedAt;

/** Hides a visible comment, with the statement of reasons, or shows a hidden one again. */
export function setHidden(
  change: DiscussionChange,
  before: CommentRow,
  hidden: boolean,
  decision?: Decision,
): Promise<CommentRow> {
  change.addVisible(hidden ? -1 : 1);
  return change.update(before, {
    ...(hidden ? { status: 'hidden', pinned: false } : { status: 'visible' }),
    decision: decision ? JSON.stringify(decision) : null,
    decided_at: decision ? change.now : null,
  });
}
