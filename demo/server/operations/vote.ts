import type { Votes } from '../../../src/model/adapter.js';
import type { ApiRequest } from '../contract/routes.js';
import { refByKey, changeDiscussion } from '../discussion/change-discussion.js';
import { isReadableBy } from '../discussion/readable.js';
import { Problem } from '../http/problem.js';
import { requireWriteAccess } from '../identity/access.js';
import { isOwn } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { DiscussionQuery } from './discussion-query.js';

/** Signed-in callers only: a guest could vote once per cookie. */
export const vote =
  (store: Store) =>
  ({
    caller,
    query,
    id,
    body: { value },
  }: ApiRequest<DiscussionQuery, { readonly value: -1 | 0 | 1 }>): Promise<Votes> =>
    changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const { person, identity: voter } = caller;
      if (!person || voter === undefined) throw new Problem('sign-in-required', 'Sign in to vote.');
      const { trx, discussion } = change;
      const before = await change.find(id);
      if (!isReadableBy(before, caller)) throw new Problem('not-found', 'There is no such comment in this discussion.');
      requireWriteAccess(caller);
      if (isOwn(caller, before)) throw new Problem('forbidden', 'You cannot vote on your own comment.');
      change.requireOpen();
      if (before.status !== 'visible') throw new Problem('forbidden', 'You cannot vote on this comment.');
      const key = { discussion: discussion.id, comment: id, voter };
      const existing = await trx
        .selectFrom('votes')
        .select('value')
        .where((eb) => eb.and(key))
        .executeTakeFirst();
      const previous = existing?.value ?? 0;
      const up = before.up + Number(value === 1) - Number(previous === 1);
      const down = before.down + Number(value === -1) - Number(previous === -1);
      const score = up - down;
      if (value === previous) return { up, down, score, mine: value };
      await trx
        .insertInto('votes')
        .values({ ...key, value })
        .onConflict((conflict) => conflict.columns(['discussion', 'comment', 'voter']).doUpdateSet({ value }))
        .execute();
      // The new score is valid from the event that `update` records next.
      const since = discussion.last_event + 1;
      await trx
        .insertInto('past_scores')
        .values({
          discussion: discussion.id,
          number: before.number,
          since: before.score_since,
          until: since,
          score: before.score,
          created_at: change.now,
        })
        .execute();
      await change.update(before, { up, down, score, score_since: since });
      return { up, down, score, mine: value };
    });
