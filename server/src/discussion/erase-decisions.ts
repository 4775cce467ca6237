import type { DiscussionChange } from './change-discussion.js';

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
