import type { Comment, DecisionReasons } from 'article-comments/rules.js';
import type { CommentRow } from '../database/tables.js';
import { changeDiscussion, refByKey, writeInDiscussion } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/load-view.js';
import {
  effectOf,
  isPresent,
  markRemoved,
  type RemovalEffect,
  requireRestorable,
  undoRemoval,
} from '../discussion/remove-comment.js';
import { reasonsFor } from '../discussion/state-reasons.js';
import type { Store } from '../discussion/store.js';
import { requireAccess } from '../identity/access.js';
import { type Caller, isModerator, isOwn } from '../identity/caller.js';
import { Problem } from '../rules/problem.js';
import type { ApiRequest, DiscussionQuery } from './api-request.js';

/** Also works in closed discussions. `removeWithReasons` has a body with the reasons of a moderator. */
export const removeComment =
  (store: Store) =>
  ({
    caller,
    query,
    id,
    body,
  }: ApiRequest<DiscussionQuery, { readonly decision?: DecisionReasons } | undefined>): Promise<{
    readonly effect: RemovalEffect;
  }> =>
    changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const before = await change.find(id);
      // A retry, after nobody can tell any more whose comment it was.
      if (before.erased_at) return { effect: effectOf(before) };
      requireRemovalRight(before, caller);
      if (!isPresent(before)) return { effect: effectOf(before) };
      const measure = before.status === 'pending' ? 'rejected' : 'removed';
      const restriction = { measure, comment: before, reasons: body?.decision } as const;
      const decision = await reasonsFor(store, change, caller, restriction);
      const as = isOwn(caller, before) ? 'author' : 'moderator';
      return { effect: await markRemoved(store, change, before, { by: caller.identity ?? null, as, decision }) };
    });

/** Undoes a removal by the caller, who has to be allowed to write: it publishes. Removals by others stay. */
export const restoreComment =
  (store: Store) =>
  async ({ caller, query, id }: ApiRequest<DiscussionQuery>): Promise<Comment> => {
    const { discussion, row } = await writeInDiscussion(
      store,
      refByKey(query.discussion),
      caller,
      async (change, current) => {
        const before = await change.find(id);
        requireRestorable(before);
        requireRemovalRight(before, current);
        requireAccess(current);
        if (before.status_before !== null && before.removed_by !== current.identity)
          throw new Problem('forbidden', 'Someone else removed this comment.');
        return { discussion: change.discussion, row: await undoRemoval(change, before) };
      },
    );
    return presentOne(store, discussion, row, caller);
  };

function requireRemovalRight(row: CommentRow, caller: Caller): void {
  if (isOwn(caller, row) || isModerator(caller)) return;
  // Others must not learn of held or gone comments.
  if (row.status === 'pending' || effectOf(row) === 'gone')
    throw new Problem('not-found', 'There is no such comment in this discussion.');
  throw new Problem('forbidden', 'This is not your comment.');
}
