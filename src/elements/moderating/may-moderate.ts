/** Whether the code for moderators is worth loading: a look that costs readers next to nothing. */
import type { Comment } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';

/** The methods that need it. */
const METHODS = ['approve', 'reject', 'feature', 'hide', 'ban'] as const;

/** Whether the viewer may do anything with this comment that only moderators do. Pinning is not part of it. */
export function mayModerate({ can }: Comment, { state, adapter }: DiscussionStore): boolean {
  return METHODS.some((method) => adapter?.[method] && (can?.[method] ?? state.viewer.moderator));
}

/** Whether it is one that readers do not see. */
export const isUnseen = ({ status }: Comment): boolean => status === 'pending' || status === 'hidden';
