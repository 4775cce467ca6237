/** Who may moderate. Evaluated for all readers, and loaded without the code for moderators. */
import type { Comment, CommentsAdapter } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { Section } from '../section.js';

/** The methods of an adapter that only moderators use. */
const METHODS = [
  'pin',
  'approve',
  'reject',
  'feature',
  'hide',
  'ban',
] as const satisfies readonly (keyof CommentsAdapter)[];

/** Whether the viewer may close and open the discussion. A discussion that the page has closed cannot be opened by anyone. */
export function mayClose({ host, store }: Section): boolean {
  return Boolean(store.state.info?.can?.close && store.adapter?.setClosed && !host.closed);
}

/** Whether the viewer may moderate a comment. */
export function mayModerate({ can }: Comment, { state, adapter }: DiscussionStore): boolean {
  return METHODS.some((method) => adapter?.[method] && (can?.[method] ?? state.viewer.moderator));
}

/** Whether a comment is one that readers do not see. */
export function isHeld({ status }: Comment): boolean {
  return status === 'pending' || status === 'hidden';
}

/** Whether moderators may see more of a comment than its text: that readers do not see it, or that its author is banned. */
export function hasRemark(comment: Comment): boolean {
  return isHeld(comment) || comment.ban !== undefined;
}
