import type { Comment, CommentId } from '../adapter.js';
import { commentsInOrder } from '../state/discussion-state.js';
import { waitingShown } from '../transitions/held-back.js';
import type { DiscussionStore } from './discussion-store.js';
import { threadOf } from './thread.js';

/** Shows the comments held back below a comment or, with null, all others. Returns the first of them in reading order. */
export function showNew(store: DiscussionStore, below: CommentId | null): Comment | undefined {
  const session = store.session();
  if (!session) return undefined;
  const waiting = new Set(session.state.waiting.map(({ id }) => id));
  session.set(waitingShown(session.state, below));
  for (const item of threadOf(commentsInOrder(session.state), new Set()))
    if (item.type === 'comment' && waiting.has(item.comment.id)) return item.comment;
  return undefined;
}
