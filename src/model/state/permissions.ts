import type { Comment, CommentAction, CommentsAdapter } from '../adapter.js';
import type { DiscussionState } from './discussion-state.js';

/** The actions that a viewer may take on a comment. Reporting has its own rules and is not included. */
export type Permissions = Readonly<
  Record<Extract<CommentAction, 'reply' | 'edit' | 'remove' | 'vote' | 'pin'>, boolean>
>;

/** Whether the viewer wrote the comment, as far as known. */
export function isOwn(comment: Comment, { viewer, guestId, posted }: DiscussionState): boolean {
  const id = comment.author?.id;
  return posted.includes(comment) || (id !== undefined && id === (viewer.author?.id ?? guestId));
}

/** Whether the discussion takes posts of this viewer now. */
export function acceptsPosts({ access, info }: DiscussionState): boolean {
  return access.state === 'open' && !info?.posting?.refusal;
}

/** Whether the viewer has to sign in before they can post or vote. */
export function isSignedOut({ info, viewer }: DiscussionState): boolean {
  return info?.posting?.who === 'signed-in' && viewer.state !== 'signed-in';
}

/** The name under which the viewer posts. Empty if they are not signed in or have no name. */
export function writerName({ viewer }: DiscussionState): string {
  return (viewer.state === 'signed-in' && viewer.author?.name) || '';
}

/**
 * The viewer's permissions for a comment at `now`, in milliseconds since the epoch by the backend's clock. A closed
 * discussion takes nothing new, but comments can still be removed. The depth limit for replies is not checked here.
 */
export function permissionsFor(
  comment: Comment,
  state: DiscussionState,
  adapter: CommentsAdapter,
  now: number,
): Permissions {
  const { status = 'visible', can = {}, editableUntil = '' } = comment;
  const { info, viewer } = state;
  const { features = {} } = adapter;
  const isOpen = state.access.state === 'open';
  const isVisible = status === 'visible';
  const isPresent = isVisible || status === 'pending';
  const own = isOwn(comment, state);
  const takesReplies = isOpen && isVisible && features.nesting !== 'flat' && !info?.posting?.refusal;
  // An unparsable date sets no limit: the backend decides.
  const isEditable = viewer.moderator || !(Date.parse(editableUntil) <= now);
  return {
    reply: Boolean(adapter.submit && takesReplies && (can.reply ?? true)),
    edit: Boolean(adapter.edit && isOpen && isPresent && isEditable && (can.edit ?? own)),
    remove: Boolean(adapter.remove && isPresent && (can.remove ?? own)),
    vote: Boolean(adapter.vote && isOpen && isVisible && features.votes !== 'none' && (can.vote ?? true)),
    pin: Boolean(adapter.pin && isVisible && (can.pin ?? viewer.moderator)),
  };
}

/** Whether a form has to wait: a server has rendered an open discussion, but the backend has not reported the viewer yet. */
export function isAsking({ access, opening }: DiscussionState): boolean {
  return access.state === 'open' && opening.state === 'loading';
}
