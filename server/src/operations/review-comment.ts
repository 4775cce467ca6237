/** What moderators decide about held comments. Each is safe to repeat. */
import type { Comment, DecisionReasons } from 'article-comments/rules.js';
import type { CommentRow, DiscussionRow } from '../database/tables.js';
import { changeDiscussion, type DiscussionChange, refByKey } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/load-view.js';
import { isPresent, markRemoved, undoRemoval } from '../discussion/remove-comment.js';
import { reasonsFor } from '../discussion/state-reasons.js';
import type { Store } from '../discussion/store.js';
import { requireModerator } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Problem } from '../rules/problem.js';
import type { ApiRequest, DiscussionQuery } from './api-request.js';

type ReviewRequest = ApiRequest<DiscussionQuery>;

export const approve =
  (store: Store) =>
  ({ caller, query, id }: ReviewRequest): Promise<Comment> =>
    approveComment(store, caller, query.discussion, id);

/** A rejected comment is removed, so that its author learns of it and the text is erased in time. */
export const rejectComment =
  (store: Store) =>
  async ({
    caller,
    query,
    id,
    body: { decision: reasons },
  }: ApiRequest<DiscussionQuery, { readonly decision?: DecisionReasons }>): Promise<Comment> => {
    requireModerator(caller);
    const { discussion, row } = await changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const before = await change.find(id);
      if (before.status_before !== 'pending') {
        if (before.status !== 'pending' || !isPresent(before)) throw new Problem('conflict', 'It is not held.');
        const decision = await reasonsFor(store, change, caller, { measure: 'rejected', comment: before, reasons });
        const by = caller.identity ?? null;
        await markRemoved(store, change, before, { by, as: 'moderator', reason: 'other', decision });
      }
      return { discussion: change.discussion, row: await change.find(id) };
    });
    return { ...(await presentOne(store, discussion, row, caller)), status: 'rejected' };
  };

/** Holds what was approved or rejected. */
export const holdComment =
  (store: Store) =>
  async ({ caller, query, id }: ReviewRequest): Promise<Comment> => {
    requireModerator(caller);
    const { discussion, row } = await changeDiscussion(store, refByKey(query.discussion), async (change) => ({
      row: await heldAgain(change, await change.find(id)),
      discussion: change.discussion,
    }));
    return presentOne(store, discussion, row, caller);
  };

async function heldAgain(change: DiscussionChange, before: CommentRow): Promise<CommentRow> {
  if (before.status === 'pending') return before;
  if (before.status_before === 'pending') return undoRemoval(change, before);
  // Only what was held at first has been approved.
  if (before.status !== 'visible' || before.outcome !== 'pending') throw new Problem('conflict', 'It was not held.');
  if (before.replies > 0) throw new Problem('conflict', 'It has been answered. You can hide it instead.');
  await change.addReplies(before.parent, { replies: -1, held: 1 });
  change.addVisible(-1);
  return change.update(before, { status: 'pending', pinned: false }, 'held');
}

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
