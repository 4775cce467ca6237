import type { DiscussionChange } from './change-discussion.js';

/**
 * Erases body, author and all other personal data of removed comments for good. What remains is the tombstone: its place,
 * its times and its counts, and the decision, if there is one. Readers see no difference, except in replies that named the
 * author: those raise an event.
 */
export async function eraseComments(change: DiscussionChange, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { trx, discussion, now } = change;
  await trx
    .updateTable('comments')
    .set((eb) => ({
      author: null,
      body: '',
      // Whoever may read the decision is known by it: `eraseDecisions`.
      owner: eb.case().when('decision', 'is', null).then(null).else(eb.ref('owner')).end(),
      removed_by: null,
      removal_note: null,
      judgement: null,
      // A short text can be guessed from its hash.
      submit_hash: null,
      notify: false,
      erased_at: now,
    }))
    .where('discussion', '=', discussion.id)
    .where('id', 'in', ids)
    .execute();
  // Events that wait to be sent repeat the text, except those of removals.
  await trx
    .deleteFrom('outbox')
    .where('discussion', '=', discussion.id)
    .where('comment', 'in', ids)
    .where('subject', '<>', 'comment.removed')
    .execute();
  await trx.deleteFrom('votes').where('discussion', '=', discussion.id).where('comment', 'in', ids).execute();
  await trx.deleteFrom('first_writes').where('discussion', '=', discussion.id).where('comment', 'in', ids).execute();
  // Reports may quote the comment. Those of a comment that its author removed were never handled.
  await trx
    .updateTable('reports')
    .set((eb) => ({ detail: '', reporter_name: null, handled_at: eb.fn.coalesce('handled_at', eb.val(now)) }))
    .where('discussion', '=', discussion.id)
    .where('comment', 'in', ids)
    .execute();
  const replies = await trx
    .updateTable('comments')
    .set({ reply_to_name: null })
    .where('discussion', '=', discussion.id)
    .where('reply_to', 'in', ids)
    .where('reply_to_name', 'is not', null)
    .returning('id')
    .execute();
  for (const { id } of replies) change.recordEvent('changed', id);
}

/** Erases the decisions on erased comments for good, and who may read them. Only tombstones with replies remain. */
export async function eraseDecisions(change: DiscussionChange, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { trx, discussion } = change;
  const withheld = await trx
    .selectFrom('comments')
    .select('parent')
    .where('discussion', '=', discussion.id)
    .where('id', 'in', ids)
    .where('status', '=', 'withheld')
    .execute();
  for (const { parent } of withheld) await change.addReplies(parent, { held: -1 });
  await trx
    .updateTable('comments')
    .set((eb) => ({
      owner: null,
      decision: null,
      decided_at: null,
      status: eb
        .case()
        .when('status', '=', 'withheld')
        .then('gone' as const)
        .else(eb.ref('status'))
        .end(),
    }))
    .where('discussion', '=', discussion.id)
    .where('id', 'in', ids)
    .execute();
}
