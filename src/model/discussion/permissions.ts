import type { Comment, CommentAction, CommentsAdapter } from '../adapter.js';
import type { DiscussionState } from './discussion-state.js';

/** What may be done with a comment. Reporting has its own ways. */
export type Permissions = Readonly<Record<Exclude<CommentAction, 'report'>, boolean>>;

/** True for what this viewer wrote, as far as anybody can tell. */
export function isOwn(comment: Comment, { viewer, posted }: DiscussionState): boolean {
  const id = comment.author?.id;
  return posted.includes(comment) || (id !== undefined && id === viewer.author?.id);
}

/** Whether the viewer has to sign in before they can post or vote. */
export function isSignedOut({ info, viewer }: DiscussionState): boolean {
  return info?.posting?.who === 'signed-in' && viewer.state !== 'signed-in';
}

/**
 * What this viewer may do with a comment at `now`, in milliseconds since the epoch by the backend's clock. A closed
 * discussion takes nothing new, but what was written can still be taken out. How deep replies go is for the thread to say.
 */
export function permissionsFor(comment: Comment, state: DiscussionState, adapter: CommentsAdapter, now: number): Permissions {
  const { status = 'visible', can = {}, editableUntil = '' } = comment;
  const { info, viewer } = state;
  const { features = {} } = adapter;
  const isOpen = state.access.state === 'open';
  const isVisible = status === 'visible';
  const isThere = isVisible || status === 'pending';
  const own = isOwn(comment, state);
  // An unreadable time is no limit: the backend decides.
  const isInTime = viewer.moderator || !(Date.parse(editableUntil) <= now);
  return {
    reply: Boolean(adapter.submit && isOpen && isVisible && features.nesting !== 'flat' && !info?.posting?.refusal && (can.reply ?? true)),
    edit: Boolean(adapter.edit && isOpen && isThere && isInTime && (can.edit ?? own)),
    remove: Boolean(adapter.remove && isThere && (can.remove ?? own)),
    vote: Boolean(adapter.vote && isOpen && isVisible && features.votes !== 'none' && (can.vote ?? true)),
    pin: Boolean(adapter.pin && isVisible && (can.pin ?? viewer.moderator)),
  };
}
