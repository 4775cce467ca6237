import type { Votes } from 'article-comments/rules.js';
import { refByKey, writeInDiscussion } from '../discussion/change-discussion.js';
import { isReadableBy } from '../discussion/readable.js';
import { recordVote } from '../discussion/record-vote.js';
import type { Store } from '../discussion/store.js';
import { requireAccess } from '../identity/access.js';
import { isOwn } from '../identity/caller.js';
import { Problem } from '../rules/problem.js';
import type { ApiRequest, DiscussionQuery } from './api-request.js';

/** Signed-in callers only: a guest could vote once per cookie. */
export const vote =
  (store: Store) =>
  ({
    caller,
    query,
    id,
    body: { value },
  }: ApiRequest<DiscussionQuery, { readonly value: -1 | 0 | 1 }>): Promise<Votes> =>
    writeInDiscussion(store, refByKey(query.discussion), caller, async (change, current) => {
      const { person, identity: voter } = current;
      if (!person || voter === undefined) throw new Problem('sign-in-required', 'Sign in to vote.');
      const before = await change.find(id);
      if (!isReadableBy(before, current))
        throw new Problem('not-found', 'There is no such comment in this discussion.');
      requireAccess(current);
      if (isOwn(current, before)) throw new Problem('forbidden', 'You cannot vote on your own comment.');
      change.requireOpen();
      if (before.status !== 'visible') throw new Problem('forbidden', 'You cannot vote on this comment.');
      return recordVote(change, before, voter, value);
    });
