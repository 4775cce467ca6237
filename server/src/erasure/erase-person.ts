import { sql } from 'kysely';
import type { Data } from '../database/data.js';
import { changeDiscussion, type DiscussionChange, refByKey } from '../discussion/change-discussion.js';
import { eraseComments, eraseDecisions } from '../discussion/erase.js';
import { recordVote } from '../discussion/record-vote.js';
import { isPresent, markRemoved } from '../discussion/remove-comment.js';
import type { Store } from '../discussion/store.js';
import { eraseStanding } from '../identity/bans-and-warnings.js';
import { eraseClaims } from '../operations/claims.js';
import { accountOf, findDiscussions, type PersonalData } from './personal-data.js';

/** Maximum number of comments, and of votes, erased in one transaction, which locks their discussion. */
const batchSize = 50;

/**
 * Erases everything that a person has written or done: comments, votes, reports, sessions. Comments with replies leave a
 * tombstone, votes are taken back, and events tell readers of both. Notices lose their sender. Cannot be undone. After a
 * failure it can be repeated.
 *
 * @param identity `person:…` or `guest:…`.
 */
export async function erasePerson(store: Store, identity: string): Promise<PersonalData> {
  const { database } = store;
  // First of all, so that nobody who is signed in adds to what is being erased.
  const account = accountOf(identity);
  const sessions =
    account === undefined ? 0 : await countOf(database.deleteFrom('sessions').where('person', '=', account));
  const reports =
    (await countOf(database.deleteFrom('reports').where('reporter', '=', identity))) +
    (await eraseSender(store, identity));
  await database.deleteFrom('outbox').where('person', '=', identity).execute();
  await eraseStanding(database, identity);
  await eraseClaims(store, identity);
  let [comments, votes] = [0, 0];
  for (const key of await findDiscussions(store, identity)) {
    for (let batch = batchSize; batch === batchSize; comments += batch)
      batch = await changeDiscussion(store, refByKey(key), (change) => eraseOwn(store, change, identity));
    for (let batch = batchSize; batch === batchSize; votes += batch)
      batch = await changeDiscussion(store, refByKey(key), (change) => withdrawVotes(change, identity));
  }
  // Comments of others that the person removed as a moderator.
  await database
    .updateTable('comments')
    .set({ removed_by: null })
    // For the partial index.
    .where(sql<boolean>`removed_at is not null and erased_at is null`)
    .where('removed_by', '=', identity)
    .execute();
  await database.updateTable('legal_notices').set({ decided_by: null }).where('decided_by', '=', identity).execute();
  return { comments, votes, reports, sessions };
}

/** The notice stays: what it says about somebody else's comment has to be decided. It then expires like any other. */
async function eraseSender({ database }: Data, identity: string): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('legal_notices')
    .set({ reporter: null, name: null, email: null })
    .where('reporter', '=', identity)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

async function countOf(query: {
  executeTakeFirstOrThrow(): Promise<{ readonly numDeletedRows: bigint }>;
}): Promise<number> {
  return Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
}

async function eraseOwn(store: Store, change: DiscussionChange, identity: string): Promise<number> {
  const rows = await change.trx
    .selectFrom('comments')
    .select('id')
    .where('discussion', '=', change.discussion.id)
    .where('owner', '=', identity)
    // Replies before what they reply to: the person's own replies need no tombstone above them.
    .orderBy('number', 'desc')
    .limit(batchSize)
    .execute();
  const ids = rows.map(({ id }) => id);
  for (const id of ids) {
    // Read one by one, because each removal changes the reply counts of its parent.
    const row = await change.find(id);
    if (isPresent(row)) await markRemoved(store, change, row, { by: null, as: 'author' });
  }
  await eraseComments(change, ids);
  await eraseDecisions(change, ids);
  return ids.length;
}

async function withdrawVotes(change: DiscussionChange, identity: string): Promise<number> {
  const votes = await change.trx
    .selectFrom('votes')
    .select('comment')
    .where('discussion', '=', change.discussion.id)
    .where('voter', '=', identity)
    .limit(batchSize)
    .execute();
  const comments = votes.map(({ comment }) => comment);
  if (comments.length === 0) return 0;
  for (const id of comments) await recordVote(change, await change.find(id), identity, 0);
  await change.trx
    .deleteFrom('votes')
    .where('discussion', '=', change.discussion.id)
    .where('voter', '=', identity)
    .where('comment', 'in', comments)
    .execute();
  return comments.length;
}
