import type { Comment } from 'article-comments/rules.js';
import type { ApiRequest } from '../contract/routes.js';
import { countPreceding } from '../discussion/count-preceding.js';
import { writeCursor } from '../discussion/cursor.js';
import { findComment } from '../discussion/find-comment.js';
import { presentOne } from '../discussion/load-view.js';
import { Problem } from '../http/problem.js';
import { isOwn } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { DiscussionQuery } from './discussion-query.js';

/** A comment with its place in the list, the number of its replies and a cursor for them. */
export const getComment =
  (store: Store) =>
  async ({ caller, query, id }: ApiRequest<DiscussionQuery>): Promise<Comment> => {
    const { discussion, row } = await findComment(store, query.discussion, id, caller);
    const [presented, preceding] = await Promise.all([
      presentOne(store, discussion, row, caller),
      countPreceding(store, row, caller),
    ]);
    const comment = { ...presented, ...preceding };
    if (row.replies === 0) return comment;
    const scope = { discussion: discussion.id, sort: 'oldest', parent: id } as const;
    return {
      ...comment,
      replies: { total: row.replies, next: writeCursor(store.signer, scope, { number: 0, early: [] }) },
    };
  };

export const getSource =
  (store: Store) =>
  async ({ caller, query, id }: ApiRequest<DiscussionQuery>): Promise<{ readonly source: string }> => {
    const { row } = await findComment(store, query.discussion, id, caller);
    if (!isOwn(caller, row)) throw new Problem('forbidden', 'You cannot edit this comment.');
    return { source: row.body };
  };
