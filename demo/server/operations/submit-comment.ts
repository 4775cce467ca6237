import { randomUUID } from 'node:crypto';
import type { Draft, SubmitResult } from '../../../src/model/adapter.js';
import type { ApiRequest } from '../contract/routes.js';
import { serializeAuthor, type CommentRow } from '../database/tables.js';
import { sha256 } from '../database/signer.js';
import { changeDiscussion, type DiscussionChange } from '../discussion/change-discussion.js';
import { validateGuest, validateBody } from '../discussion/validate-draft.js';
import { screenText } from '../discussion/screen-text.js';
import { rateLimitKey, consumeRateLimit } from '../discussion/rate-limit.js';
import { resolveReplyTarget } from '../discussion/reply-target.js';
import { presentOne } from '../discussion/load-view.js';
import type { HouseRules } from '../house-rules.js';
import { reasonLabel } from '../reason-label.js';
import { Problem } from '../http/problem.js';
import { requireAuthor, requireWriteAccess } from '../identity/access.js';
import { authorOf, type Caller } from '../identity/caller.js';
import type { Authenticator } from '../identity/authenticator.js';
import type { Store } from '../store.js';

type Writer = Caller & { readonly identity: string };

export const submitComment =
  (store: Store, authenticator: Authenticator) =>
  async ({ caller, body: draft, request, reply }: ApiRequest<unknown, Draft>): Promise<SubmitResult> => {
    const writer = authenticator.ensureIdentity(caller, draft.submitKey, request, reply);
    const { discussion, row, isNew } = await changeDiscussion(store, draft.discussion, async (change) => {
      const earlier = await findEarlierSubmission(change, writer, draft);
      if (earlier) return { discussion: change.discussion, row: earlier, isNew: false };
      const row = await insertComment(store, change, writer, draft, rateLimitKey(caller, request.ip));
      return { discussion: change.discussion, row, isNew: true };
    });
    void reply.code(isNew ? 201 : 200);
    return {
      ...resultOf(row, store.rules),
      ...(row.status !== 'gone' && { comment: await presentOne(store, discussion, row, writer) }),
    };
  };

/** The result of the submission, or of the review that has turned it down since. */
function resultOf(row: CommentRow, rules: HouseRules): Pick<SubmitResult, 'outcome' | 'reason'> {
  if (row.status_before !== 'pending' || row.removal_reason === null) return { outcome: row.outcome ?? 'published' };
  const label = reasonLabel(rules, row.removal_reason);
  return { outcome: 'rejected', reason: row.removal_note === null ? label : `${label}. ${row.removal_note}` };
}

const hashOf = ({ parentId = null, body, guest = {} }: Draft): string =>
  sha256(JSON.stringify([parentId, body, guest.name ?? '', guest.email ?? '', guest.website ?? '']));

/** The comment stored under this idempotency key. Looked up first, so that a retry succeeds whatever has changed since. */
async function findEarlierSubmission(
  change: DiscussionChange,
  { identity }: Writer,
  draft: Draft,
): Promise<CommentRow | undefined> {
  const row = await change.trx
    .selectFrom('comments')
    .selectAll()
    .where('discussion', '=', change.discussion.id)
    .where('submit_key', '=', draft.submitKey)
    // An erased comment has no owner, and its key is known to its author only.
    .where((eb) => eb.or([eb('owner', '=', identity), eb('erased_at', 'is not', null)]))
    .executeTakeFirst();
  if (row && !row.erased_at && row.submit_hash !== hashOf(draft))
    throw new Problem('conflict', 'This was already submitted with a different text.');
  return row;
}

async function insertComment(
  { rules, signer }: Store,
  change: DiscussionChange,
  writer: Writer,
  draft: Draft,
  limitKey: string,
): Promise<CommentRow> {
  requireWriteAccess(writer);
  requireAuthor(writer, draft.authorId);
  change.requireOpen();
  const text = validateBody(draft.body, rules);
  const guest = validateGuest(writer, draft.guest);
  const target = await resolveReplyTarget(change, draft.parentId ?? '', rules);
  const verdict = screenText(`${guest.name} ${text}`, rules);
  if (verdict.outcome === 'rejected') throw new Problem('rejected', verdict.reason, { field: 'body' });
  if (verdict.outcome === 'confirm') {
    // Valid for this text only, so that a changed text is checked again.
    const token = signer.sign('reconsider', writer.identity, text);
    if (draft.confirm !== token)
      throw new Problem('confirm', verdict.message, {
        challenge: { type: 'reconsider', message: verdict.message, token },
      });
  }
  await consumeRateLimit(change.trx, `comment ${limitKey}`, rules.rateLimit, change.now);

  const isHeld = verdict.outcome === 'pending';
  const id = randomUUID();
  await change.addReplies(target.parent, isHeld ? { held: 1 } : { replies: 1 });
  if (!isHeld) change.addVisible(1);
  return change.trx
    .insertInto('comments')
    .values({
      ...target,
      discussion: change.discussion.id,
      id,
      number: change.nextCommentNumber(),
      owner: writer.identity,
      author: serializeAuthor(authorOf(writer, guest)),
      body: text,
      format: 'text',
      status: isHeld ? 'pending' : 'visible',
      created_at: change.now,
      score_since: change.recordEvent('added', id),
      submit_key: draft.submitKey,
      submit_hash: hashOf(draft),
      outcome: isHeld ? 'pending' : 'published',
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
