import type { Comment } from 'article-comments/rules.js';
import type { CommentRow, DiscussionRow } from '../database/tables.js';
import { refByKey, changeDiscussion } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/load-view.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { requireModerator } from '../identity/access.js';
import type { Store } from '../store.js';

/** Publishes a held comment. Idempotent. */
export async function approveComment(store: Store, caller: Caller, key: string, id: string): Promise<Comment> {
  const { discussion, row } = await publishHeld(store, caller, { key, id });
  return presentOne(store, discussion, row, caller);
}

interface HeldComment {
  readonly key: string;
  readonly id: string;
  /** The one that the moderator has read. Another one is a `conflict`; without it, any is published. */
  readonly revision?: string;
}

interface Approval {
  readonly discussion: DiscussionRow;
  readonly row: CommentRow;
  /** Whether it was held until now. */
  readonly isPublished: boolean;
}

/** Publishes a comment if it is still held. */
export function publishHeld(store: Store, caller: Caller, { key, id, revision }: HeldComment): Promise<Approval> {
  requireModerator(caller);
  return changeDiscussion(store, refByKey(key), async (change) => {
    const { discussion } = change;
    const before: CommentRow = await change.find(id);
    if (before.status !== 'pending') return { discussion, row: before, isPublished: false };
    if (revision !== undefined && revision !== String(before.revision))
      throw new Problem('conflict', 'This comment has changed in the meantime.');
    await change.addReplies(before.parent, { replies: 1, held: -1 });
    change.addVisible(1);
    // It is new to everyone but its author.
    return { discussion, row: await change.update(before, { status: 'visible' }, 'added'), isPublished: true };
  });
}
