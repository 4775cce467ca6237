import { randomInt, randomUUID } from 'node:crypto';
import type { Report, ReportReceipt } from '../../../src/model/adapter.js';
import type { Asked } from '../contract/routes.js';
import { inTransaction } from '../database/transaction.js';
import { cleanText } from '../discussion/clean-text.js';
import { findComment } from '../discussion/find-comment.js';
import { paceOf, takeTurn } from '../discussion/pace.js';
import { Problem } from '../http/problem.js';
import { isOwn } from '../identity/caller.js';
import type { Identifier } from '../identity/identify.js';
import type { Store } from '../store.js';
import type { ByDiscussion } from './by-discussion.js';

/** Open to guests and in a closed discussion. A report changes nothing that others see. */
export const reportComment =
  (store: Store, identifier: Identifier) =>
  async ({ caller, query, id, body, request, reply }: Asked<ByDiscussion, Omit<Report, 'id'>>): Promise<ReportReceipt> => {
    const { discussion, row } = await findComment(store, query.discussion, id, caller);
    if (isOwn(caller, row)) throw new Problem('forbidden', 'You cannot report your own comment.');
    if (row.status !== 'visible') throw new Problem('not-found', 'This comment is no longer there.');
    if (!store.rules.reasons.some((reason) => reason.id === body.reason))
      throw new Problem('invalid', 'The member "reason" is none of the reasons that are offered.');
    const detail = cleanText(body.detail ?? '').trim();
    if (body.reason === 'other' && detail === '') throw new Problem('invalid', 'Please say what is wrong with this comment.');
    const { identity } = identifier.mark(caller, randomUUID(), request, reply);
    return inTransaction(store.database, async (trx) => {
      const reference = newReference();
      const { numInsertedOrUpdatedRows: stored } = await trx
        .insertInto('reports')
        .values({
          discussion: discussion.id,
          comment: id,
          reporter: identity,
          reason: body.reason,
          detail,
          revision: body.revision ?? null,
          reference,
          created_at: store.now(),
        })
        .onConflict((conflict) => conflict.columns(['discussion', 'comment', 'reporter']).doNothing())
        .executeTakeFirstOrThrow();
      if (stored === 1n) {
        await takeTurn(trx, `report ${paceOf(caller, request.ip)}`, store.rules.pace, store.now());
        return { reference };
      }
      const first = await trx
        .selectFrom('reports')
        .select('reference')
        .where((eb) => eb.and({ discussion: discussion.id, comment: id, reporter: identity }))
        .executeTakeFirst();
      return { alreadyReported: true, ...(first && { reference: first.reference }) };
    });
  };

export const withdrawReport =
  (store: Store) =>
  async ({ caller, query, id, reply }: Asked<ByDiscussion>): Promise<void> => {
    const { discussion } = await findComment(store, query.discussion, id, caller);
    if (caller.identity !== undefined)
      await store.database
        .deleteFrom('reports')
        .where((eb) => eb.and({ discussion: discussion.id, comment: id, reporter: caller.identity ?? '' }))
        .execute();
    void reply.code(204);
  };

/** What a reader can tell on the telephone: nothing in it looks like something else. */
function newReference(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  return `R-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`;
}
