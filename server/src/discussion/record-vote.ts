import type { Votes } from 'article-comments/rules.js';
import type { CommentRow } from '../database/tables.js';
import type { DiscussionChange } from './change-discussion.js';

/** Sets a voter's vote on a comment and updates its counts. 0 withdraws the vote. */
export async function recordVote(
  change: DiscussionChange,
  before: CommentRow,
  voter: string,
  value: -1 | 0 | 1,
): Promise<Votes> {
  const { trx, discussion } = change;
  const key = { discussion: discussion.id, comment: before.id, voter };
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
}
