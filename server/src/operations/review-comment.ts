/** What moderators decide about held comments. Each is safe to repeat. */
import type { Comment, DecisionReasons } from 'article-comments/rules.js';
import type { ApiRequest } from '../contract/routes.js';
import type { CommentRow } from '../database/tables.js';
import { changeDiscussion, refByKey, type DiscussionChange } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/load-view.js';
import { isPresent, markRemoved } from '../discussion/mark-removed.js';
import { reasonsFor } from '../discussion/state-reasons.js';
import { undoRemoval } from '../discussion/undo-removal.js';
import { Problem } from '../http/problem.js';
import { requireModerator } from '../identity/access.js';
import type { Store } from '../store.js';
import { approveComment } from './approve-comment.js';
import type { DiscussionQuery } from './discussion-query.js';

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
