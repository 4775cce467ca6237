/** What a moderator can do with one comment. Each has a way back, as far as the backend has one. */
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
  // Editors also remove for good what then has this status: the backend says what can be shown again.
  if (status === 'hidden' && adapter.hide && comment.can?.hide) actions.push('unhide');
  // Who deletes a comment takes their name off it.
  if (author?.name && status !== 'deleted' && may('ban') && !isOwn(comment, state)) actions.push('ban');
  return actions;
}

/** Whether the backend can undo the action. */
export function canUndo(action: ModerationAction, adapter: CommentsAdapter | undefined): boolean {
  return (action !== 'approve' && action !== 'reject') || Boolean(adapter?.hold);
}
