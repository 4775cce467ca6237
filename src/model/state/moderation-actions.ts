/** A moderator's actions on one comment. Each can be undone if the backend supports that. */
import type { Comment, CommentsAdapter } from '../adapter.js';
import type { DiscussionState } from './discussion-state.js';
import { isOwn } from './permissions.js';

export type ModerationAction = 'approve' | 'reject' | 'feature' | 'unfeature' | 'hide' | 'unhide' | 'ban';

/** The actions that are possible now, in the order of their buttons. */
export function moderationActions(
  comment: Comment,
  state: DiscussionState,
  adapter: CommentsAdapter,
): readonly ModerationAction[] {
  const { status = 'visible', featured, author } = comment;
  const may = (action: 'approve' | 'reject' | 'feature' | 'hide' | 'ban'): boolean =>
    Boolean(adapter[action] && (comment.can?.[action] ?? state.viewer.moderator));
  const actions: ModerationAction[] = [];
  if (status === 'pending') {
    if (may('approve')) actions.push('approve');
    if (may('reject')) actions.push('reject');
  }
  if (status === 'visible') {
    if (may('feature')) actions.push(featured ? 'unfeature' : 'feature');
    if (may('hide')) actions.push('hide');
  }
  // Comments that editors have removed for good have the same status, so the backend decides which can be shown again.
  if (status === 'hidden' && adapter.hide && comment.can?.hide) actions.push('unhide');
  // A comment that its author has deleted has no name.
  if (author?.name && status !== 'deleted' && may('ban') && !isOwn(comment, state)) actions.push('ban');
  return actions;
}

/** Whether the backend can undo the action. */
export function canUndo(action: ModerationAction, adapter: CommentsAdapter | undefined): boolean {
  return (action !== 'approve' && action !== 'reject') || Boolean(adapter?.hold);
}
