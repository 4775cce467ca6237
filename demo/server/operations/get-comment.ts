import type { Comment } from '../../../src/model/adapter.js';
import type { Asked } from '../contract/routes.js';
import { writeCursor } from '../discussion/cursor.js';
import { findComment } from '../discussion/find-comment.js';
import { presentOne } from '../discussion/view.js';
import { Problem } from '../http/problem.js';
import { isOwn } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { ByDiscussion } from './by-discussion.js';

/** Its replies are told of and not sent along. */
export const getComment =
  (store: Store) =>
  async ({ caller, query, id }: Asked<ByDiscussion>): Promise<Comment> => {
    const { discussion, row } = await findComment(store, query.discussion, id, caller);
    const comment = await presentOne(store, discussion, row, caller);
    if (row.replies === 0) return comment;
    const place = { discussion: discussion.id, sort: 'oldest', parent: id } as const;
    return { ...comment, replies: { total: row.replies, next: writeCursor(store.secret, place, { number: 0, early: [] }) } };
  };

export const getSource =
  (store: Store) =>
  async ({ caller, query, id }: Asked<ByDiscussion>): Promise<{ readonly source: string }> => {
    const { row } = await findComment(store, query.discussion, id, caller);
    if (!isOwn(caller, row)) throw new Problem('forbidden', 'You cannot edit this comment.');
    return { source: row.body };
  };
