import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Draft, SubmitResult } from '../../../src/model/adapter.js';
import type { ApiRequest } from '../contract/routes.js';
import { serializeAuthor, type CommentRow, type DiscussionRow, type Tables } from '../database/tables.js';
import { sha256 } from '../database/signer.js';
import { changeDiscussion, type DiscussionChange } from '../discussion/change-discussion.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import { validateGuest, validateBody, type Guest } from '../discussion/validate-draft.js';
import { isReadableBy } from '../discussion/readable.js';
import { screenText } from '../discussion/screen-text.js';
import { resolveReplyTarget } from '../discussion/reply-target.js';
import { presentOne } from '../discussion/load-view.js';
import type { HouseRules } from '../house-rules.js';
import { reasonLabel } from '../reason-label.js';
import { Problem } from '../http/problem.js';
import { requireAuthor, requireWriteAccess } from '../identity/access.js';
import { authorOf, type Caller } from '../identity/caller.js';
import type { Authenticator } from '../identity/authenticator.js';
import type { Store } from '../store.js';

interface Writer extends Caller {
  readonly identity: string;
  /**
   * Whose an earlier attempt may be. The response to a guest's first one, with the cookie, may have been lost, and another comment
   * have brought another cookie since.
   */
  readonly identities: readonly string[];
}

interface Submission {
  readonly discussion: DiscussionRow;
  readonly row: CommentRow;
  readonly isNew: boolean;
}

/** A draft whose text and guest are fine. */
interface ScreenedDraft {
  readonly text: string;
  readonly guest: Guest;
  readonly isHeld: boolean;
}

export const submitComment =
  (store: Store, authenticator: Authenticator) =>
  async ({ caller, body: draft, request, reply }: ApiRequest<unknown, Draft>): Promise<SubmitResult> => {
    const { submitKey } = draft;
    const known = authenticator.ensureIdentity(caller, submitKey, request, reply);
    const first = caller.person ? [] : [authenticator.firstIdentity(submitKey)];
    const writer: Writer = { ...known, identities: [known.identity, ...first] };
    const { discussion, row, isNew } =
      (await earlierSubmission(store, writer, draft)) ?? (await submit(store, writer, draft, request.ip));
    void reply.code(isNew ? 201 : 200);
    return {
      ...resultOf(row, store.rules),
      ...(isReadableBy(row, writer) && { comment: await presentOne(store, discussion, row, writer) }),
    };
  };

/** The result of the submission, or of the review that has turned it down since. */
function resultOf(row: CommentRow, rules: HouseRules): Pick<SubmitResult, 'outcome' | 'reason'> {
  if (row.status_before !== 'pending' || row.removal_reason === null) return { outcome: row.outcome ?? 'published' };
  const label = reasonLabel(rules, row.removal_reason);
  return { outcome: 'rejected', reason: row.removal_note === null ? label : `${label}. ${row.removal_note}` };
}

/** The result of an earlier attempt. Looked up first: a retry succeeds whatever has changed since, and is not limited. */
async function earlierSubmission(store: Store, writer: Writer, draft: Draft): Promise<Submission | undefined> {
  const discussion = await findDiscussion(store, discussionId(draft.discussion.key));
  const row = discussion && (await findSubmitted(store.database, discussion, writer, draft));
  return row && { discussion, row, isNew: false };
}

async function submit(store: Store, writer: Writer, draft: Draft, address: string): Promise<Submission> {
  requireAuthor(writer, draft.authorId);
  requireWriteAccess(writer);
  // All that needs no lock comes before it.
  const screened = screenDraft(store, writer, draft);
  await store.rateLimiter.consume('comment', writer, address);
  return changeDiscussion(store, draft.discussion, async (change) => {
    // The same attempt may have come twice at once.
    const earlier = await findSubmitted(change.trx, change.discussion, writer, draft);
    const row = earlier ?? (await insertComment(store, change, writer, draft, screened));
    return { discussion: change.discussion, row, isNew: !earlier };
  });
}

const hashOf = ({ parentId = null, body, guest = {} }: Draft): string =>
  sha256(JSON.stringify([parentId, body, guest.name ?? '', guest.email ?? '', guest.website ?? '']));

/** The comment stored under this idempotency key. */
async function findSubmitted(
  database: Kysely<Tables>,
  discussion: DiscussionRow,
  { identities }: Writer,
  draft: Draft,
): Promise<CommentRow | undefined> {
  const row = await database
    .selectFrom('comments')
    .selectAll()
    .where('discussion', '=', discussion.id)
    .where('submit_key', '=', draft.submitKey)
    // An erased comment has no owner, and its key is known to its author only.
    .where((eb) => eb.or([eb('owner', 'in', identities), eb('erased_at', 'is not', null)]))
    .executeTakeFirst();
  if (row && !row.erased_at && row.submit_hash !== hashOf(draft))
    throw new Problem('conflict', 'This was already submitted with a different text.');
  return row;
}

function screenDraft({ rules, signer }: Store, writer: Writer, draft: Draft): ScreenedDraft {
  const text = validateBody(draft.body, rules);
  const guest = validateGuest(writer, draft.guest);
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
  return { text, guest, isHeld: verdict.outcome === 'pending' };
}

async function insertComment(
  { rules }: Store,
  change: DiscussionChange,
  writer: Writer,
  draft: Draft,
  { text, guest, isHeld }: ScreenedDraft,
): Promise<CommentRow> {
  change.requireOpen();
  const target = await resolveReplyTarget(change, draft.parentId ?? '', rules);
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
      // Guests have no address to be told at.
      notify: Boolean(rules.offersNotices && writer.person && draft.notify),
      submit_key: draft.submitKey,
      submit_hash: hashOf(draft),
      outcome: isHeld ? 'pending' : 'published',
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
