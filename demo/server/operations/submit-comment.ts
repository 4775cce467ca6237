import { randomUUID } from 'node:crypto';
import type { Draft, SubmitResult } from '../../../src/model/adapter.js';
import type { Asked } from '../contract/routes.js';
import { authorText, type CommentRow } from '../database/tables.js';
import { sha256 } from '../database/secret.js';
import { changeDiscussion, requireMayWrite, type DiscussionChange } from '../discussion/change-discussion.js';
import { checkGuest, checkText } from '../discussion/check-text.js';
import { moderate } from '../discussion/moderate.js';
import { paceOf, takeTurn } from '../discussion/pace.js';
import { replyPlace } from '../discussion/reply-place.js';
import { presentOne } from '../discussion/view.js';
import { Problem } from '../http/problem.js';
import { authorOf, type Caller } from '../identity/caller.js';
import type { Identifier } from '../identity/identify.js';
import type { Store } from '../store.js';

type Writer = Caller & { readonly identity: string };

export const submitComment =
  (store: Store, identifier: Identifier) =>
  async ({ caller, body: draft, request, reply }: Asked<unknown, Draft>): Promise<SubmitResult> => {
    const writer = identifier.mark(caller, draft.submitKey, request, reply);
    const { discussion, row, isNew } = await changeDiscussion(store, draft.discussion, async (change) => {
      const known = await findSubmitted(change, writer, draft);
      if (known) return { discussion: change.discussion, row: known, isNew: false };
      const row = await take(store, change, writer, draft, paceOf(caller, request.ip));
      return { discussion: change.discussion, row, isNew: true };
    });
    void reply.code(isNew ? 201 : 200);
    const outcome = row.outcome ?? 'published';
    return { outcome, ...(row.status !== 'gone' && { comment: await presentOne(store, discussion, row, writer) }) };
  };

const hashOf = ({ parentId = null, body, guest = {} }: Draft): string =>
  sha256(JSON.stringify([parentId, body, guest.name ?? '', guest.email ?? '', guest.website ?? '']));

/** What this key has stored before. It is looked for before all else: nothing that has been stored is refused afterwards. */
async function findSubmitted(change: DiscussionChange, { identity }: Writer, draft: Draft): Promise<CommentRow | undefined> {
  const row = await change.trx
    .selectFrom('comments')
    .selectAll()
    .where('discussion', '=', change.discussion.id)
    .where('owner', '=', identity)
    .where('submit_key', '=', draft.submitKey)
    .executeTakeFirst();
  if (row && row.submit_hash !== hashOf(draft)) throw new Problem('conflict', 'This has been sent before with another text.');
  return row;
}

async function take({ rules, secret }: Store, change: DiscussionChange, writer: Writer, draft: Draft, pace: string): Promise<CommentRow> {
  requireMayWrite(writer);
  change.requireOpen();
  const text = checkText(draft.body, rules);
  const guest = checkGuest(writer, draft.guest);
  const place = await replyPlace(change, draft.parentId ?? '', rules);
  const verdict = moderate(`${guest.name} ${text}`, rules);
  if (verdict.outcome === 'rejected') throw new Problem('rejected', verdict.reason, { field: 'body' });
  if (verdict.outcome === 'confirm') {
    // Good for this text only, so that each harsh text is thought over once.
    const token = secret.sign('reconsider', writer.identity, text);
    if (draft.confirm !== token)
      throw new Problem('confirm', verdict.message, { challenge: { type: 'reconsider', message: verdict.message, token } });
  }
  await takeTurn(change.trx, `comment ${pace}`, rules.pace, change.now);

  const isHeld = verdict.outcome === 'pending';
  const id = randomUUID();
  await change.countReplies(place.parent, isHeld ? { held: 1 } : { replies: 1 });
  if (!isHeld) change.countVisible(1);
  return change.trx
    .insertInto('comments')
    .values({
      ...place,
      discussion: change.discussion.id,
      id,
      number: change.nextNumber(),
      owner: writer.identity,
      author: authorText(authorOf(writer, guest)),
      body: text,
      format: 'text',
      status: isHeld ? 'pending' : 'visible',
      created_at: change.now,
      score_since: change.tell('added', id),
      submit_key: draft.submitKey,
      submit_hash: hashOf(draft),
      outcome: isHeld ? 'pending' : 'published',
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
