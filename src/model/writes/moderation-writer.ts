/** A moderator's actions on single comments, and a reader's answer to a warning. */
import type { CommentId } from '../adapter.js';
import { callMethod } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { ModerationAction } from '../state/moderation-actions.js';
import type { Outcome } from '../outcome.js';
import { commentReplaced } from '../transitions/comments.js';

export interface ModerationChange {
  readonly id: CommentId;
  readonly action: ModerationAction;
  /** Takes the action back. */
  readonly isUndo: boolean;
}

/** Does what a moderator asks for, or takes it back. */
export async function moderate(session: DiscussionSession, change: ModerationChange): Promise<Outcome<unknown>> {
  const outcome = await callFor(session, change);
  if (outcome.type === 'done' && outcome.value) session.set(commentReplaced(session.state, outcome.value));
  return outcome;
}

function callFor(session: DiscussionSession, { id, action, isUndo }: ModerationChange) {
  switch (action) {
    case 'approve':
    case 'reject':
      return callMethod(session, isUndo ? 'hold' : action, id);
    case 'feature':
    case 'unfeature':
      return callMethod(session, 'feature', { id, featured: (action === 'feature') !== isUndo });
    case 'hide':
    case 'unhide':
      return callMethod(session, 'hide', { id, hidden: (action === 'hide') !== isUndo });
    case 'ban':
      return callMethod(session, 'ban', { id, banned: !isUndo });
  }
}

/** Tells the backend that the viewer has read its warning, which is gone then. */
export async function acknowledgeWarning(session: DiscussionSession, id: string): Promise<Outcome<unknown>> {
  const outcome = await callMethod(session, 'acknowledgeWarning', id);
  const { viewer, info } = session.state;
  // Another warning may have come meanwhile.
  if (outcome.type !== 'done' || viewer.warning?.id !== id) return outcome;
  const acknowledged = { ...viewer, warning: undefined };
  session.set({ ...session.state, viewer: acknowledged, info: info && { ...info, viewer: acknowledged } });
  return outcome;
}
