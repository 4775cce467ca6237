import { randomUUID } from 'node:crypto';
import { type Draft, type SubmitResult, takingPartMessages } from 'article-comments/rules.js';
import type { Kysely, Transaction } from 'kysely';
import type { Data } from '../database/data.js';
import { isSignature, sha256 } from '../database/signer.js';
import { type CommentRow, type DiscussionRow, serializeAuthor, type Tables } from '../database/tables.js';
import { inTransaction } from '../database/transaction.js';
import { type DiscussionChange, refByKey, writeInDiscussion } from '../discussion/change-discussion.js';
import { discussionId, findDiscussion, postingWho } from '../discussion/discussion-state.js';
import { type Guest, validateBody, validateGuest } from '../discussion/valid-comment.js';
import { type Judgement, published, reasonsOf, reasonText, statusOfNew } from '../discussion/judgement.js';
import { presentOne } from '../discussion/load-view.js';
import { isReadableBy } from '../discussion/readable.js';
import { markRemoved, type PresentRow } from '../discussion/remove-comment.js';
import { needsReview } from '../discussion/review-rules.js';
import type { Store } from '../discussion/store.js';
import { requireAuthor, requireWriteAccess } from '../identity/access.js';
import type { Authenticator } from '../identity/authenticator.js';
import { authorOf, isOwn, type Writer } from '../identity/caller.js';
import { isLostWrite, noteFirstWrite, takeOver } from '../identity/first-writes.js';
import { withHold } from '../rules/hold.js';
import type { HouseRules } from '../rules/house-rules.js';
import { Problem } from '../rules/problem.js';
import { screenText } from '../rules/screen-text.js';
import type { ApiRequest } from './api-request.js';
import { judgeText, rejection } from './judge-text.js';
import { notePage } from './note-page.js';
import { resolveReplyTarget } from './reply-target.js';

interface Submission {
  readonly discussion: DiscussionRow;
  readonly row: CommentRow;
  readonly isNew: boolean;
}

/** A draft whose text and guest are fine. `isHeld`: by a house rule. */
interface ScreenedDraft {
  readonly text: string;
  readonly guest: Guest;
  readonly isHeld: boolean;
}

/**
 * UTF-16 code units up to which a text is checked before it counts as an attempt: writers who are asked to change it may send it again at
 * once. A longer text counts first, or checking it could be had again and again.
 */
const uncountedLength = 5000;

export const submitComment =
  (store: Store, authenticator: Authenticator) =>
  async ({ caller, body: draft, request, reply }: ApiRequest<unknown, Draft>): Promise<SubmitResult> => {
    const writer = authenticator.writer(caller);
    const { discussion, row, isNew } =
      (await earlierSubmission(store, writer, draft)) ?? (await submit(store, writer, draft, request.ip));
    // Not where it is only sent again: whoever is banned could have the guests at any address banned.
    if (isNew) await authenticator.noteAddress(writer, request);
    if (isOwn(writer, row)) authenticator.remember(writer, request, reply, draft.remember);
    void reply.code(isNew ? 201 : 200);
    const result = resultOf(row, store.rules);
    return {
      ...result,
      ...(result.outcome !== 'rejected' &&
        isReadableBy(row, writer) && { comment: await presentOne(store, discussion, row, writer) }),
    };
  };

/** The result of the submission, or of the review that has turned it down since. */
function resultOf(row: CommentRow, rules: HouseRules): Pick<SubmitResult, 'outcome' | 'reason'> {
  if (row.outcome === 'rejected' && row.status_before === 'pending' && row.removed_by === null) {
    const reason = reasonText(reasonsOf(row));
    return { outcome: 'rejected', ...(reason !== '' && { reason }) };
  }
  if (row.status_before !== 'pending' || row.removal_reason === null) return { outcome: outcomeOf(row) };
  const label = reasonLabel(rules, row.removal_reason);
  return { outcome: 'rejected', reason: row.removal_note === null ? label : `${label}. ${row.removal_note}` };
}

/** A moderator may have published what was rejected. */
const outcomeOf = ({ outcome, status }: CommentRow): SubmitResult['outcome'] =>
  outcome === 'rejected' ? (status === 'pending' ? 'pending' : 'published') : (outcome ?? 'published');

/** The result of an earlier attempt. Looked up first: a retry succeeds whatever has changed since, and is not limited. */
async function earlierSubmission(store: Store, writer: Writer, draft: Draft): Promise<Submission | undefined> {
  const discussion = await findDiscussion(store, discussionId(draft.discussion.key));
  const row = discussion && (await findSubmitted(store, store.database, { discussion, writer, draft }));
  return row && { discussion, row, isNew: false };
}

async function submit(store: Store, writer: Writer, draft: Draft, address: string): Promise<Submission> {
  requireAuthor(writer, draft.authorId);
  requireWriteAccess(writer, postingWho(store.rules));
  // All that needs no lock comes before it, and what grows with the text comes after the proof of work and the limit.
  const altcha = writer.person ? undefined : store.altcha;
  const isAnswer = isSignature(draft.confirm ?? '');
  if (!isAnswer) await altcha?.redeem(draft.confirm);
  const isLong = draft.body.length > uncountedLength;
  const consume = (): Promise<void> => store.rateLimiter.consume('comment', writer, address);
  if (isLong) await consume();
  const text = validateBody(draft.body, store.rules);
  // A signature is no proof of work: this refuses any other one.
  if (isAnswer && !isOwnToken(store, draft, text)) await altcha?.redeem(draft.confirm);
  const screened = screenDraft(store, writer, draft, text);
  if (!isLong) await consume();
  const judgement = await judgeDraft(store, writer, draft, screened.text);
  return writeInDiscussion(store, refByKey(draft.discussion.key), writer, async (change, current) => {
    // The same attempt may have come twice at once.
    const earlier = await findSubmitted(store, change.trx, { discussion: change.discussion, writer, draft });
    if (earlier) return { discussion: change.discussion, row: earlier, isNew: false };
    requireWriteAccess(current, postingWho(store.rules));
    if (isAnswer) await altcha?.redeemAnswer(change.trx, draft.confirm ?? '');
    const isHeld =
      screened.isHeld || (await needsReview(change.trx, withHold(store.rules, change.discussion.hold), writer));
    const stored = await insertComment(store, change, writer, draft, { ...screened, isHeld, judgement });
    const row = judgement.outcome === 'reject' ? await reject(store, change, stored, judgement) : stored;
    return { discussion: change.discussion, row, isNew: true };
  });
}

/** Returns what is done with the draft. A request to reconsider is thrown, and answered once with `confirm`. */
async function judgeDraft(store: Store, writer: Writer, draft: Draft, text: string): Promise<Judgement> {
  if (draft.confirm === judgedToken(store, draft, text)) return published;
  const judgement = await judgeText(store, writer, {
    key: draft.submitKey,
    action: 'new',
    text,
    parent: draft.parentId ?? '',
    page: draft.discussion,
    discussion: await findDiscussion(store, discussionId(draft.discussion.key)),
  });
  if (judgement.outcome === 'reject' && judgement.isFailure) throw rejection(judgement);
  if (judgement.outcome !== 'reconsider') return judgement;
  const message = reasonText(judgement.reasons);
  throw new Problem('confirm', message || 'Please read your comment again before it is posted.', {
    challenge: {
      type: 'reconsider',
      ...(message !== '' && { message }),
      token: judgedToken(store, draft, text),
    },
  });
}

/** Proves that the writer has reconsidered this text at this place. It answers the question about capitals as well. */
const judgedToken = ({ signer }: Data, { discussion, parentId, submitKey }: Draft, text: string): string =>
  signer.sign('judged', discussion.key, parentId ?? '', submitKey, text);

/** Valid for this text only, so that a changed text is checked again. */
const reconsiderToken = ({ signer }: Data, { submitKey }: Draft, text: string): string =>
  signer.sign('reconsider', submitKey, text);

/** Whether the draft answers a question of this server. It is asked after the proof of work, for which `confirm` has no space left. */
const isOwnToken = (store: Store, draft: Draft, text: string): boolean =>
  draft.confirm === reconsiderToken(store, draft, text) || draft.confirm === judgedToken(store, draft, text);

/** Stores what the judge has rejected as removed: its writer gets a statement of reasons, and moderators can restore it. */
async function reject(
  store: Store,
  change: DiscussionChange,
  row: CommentRow,
  judgement: Judgement,
): Promise<CommentRow> {
  const facts = reasonText(judgement.reasons);
  await markRemoved(store, change, row as PresentRow, {
    by: null,
    as: 'moderator',
    reason: 'other',
    ...(facts !== '' && { note: facts }),
    decision: {
      measure: 'rejected',
      ground: 'terms',
      ...(facts !== '' && { facts }),
      basis: 'own-initiative',
      automatedDetection: true,
      automated: true,
      decidedAt: change.now.toISOString(),
      redress: store.rules.redress,
    },
  });
  // Without retention, the reasons are erased already.
  return { ...(await change.find(row.id)), judgement: row.judgement };
}

const hashOf = ({ parentId = null, body, guest = {} }: Draft): string =>
  sha256(JSON.stringify([parentId, body, guest.name ?? '', guest.email ?? '', guest.website ?? '']));

interface Attempt {
  readonly discussion: DiscussionRow;
  readonly writer: Writer;
  readonly draft: Draft;
}

/** The comment that an earlier attempt has stored. */
async function findSubmitted(
  { now }: Data,
  database: Kysely<Tables>,
  { discussion, writer, draft }: Attempt,
): Promise<CommentRow | undefined> {
  const rows = await database
    .selectFrom('comments')
    .selectAll()
    .where('discussion', '=', discussion.id)
    .where('submit_key', '=', draft.submitKey)
    .execute();
  if (rows.length === 0) return undefined;
  const hash = hashOf(draft);
  const own = rows.find(({ owner }) => owner === writer.identity);
  if (own && own.submit_hash !== hash)
    throw new Problem('conflict', 'This was already submitted with a different text.');
  // An erased comment has no owner.
  const found = own ?? rows.find(({ erased_at }) => erased_at);
  if (found) return found;
  const lost = rows.find(
    (row) => row.submit_hash === hash && isLostWrite(writer, { by: row.owner, at: row.created_at, now: now() }),
  );
  if (!lost) return undefined;
  const write = { discussion: discussion.id, comment: lost.id, report: '' };
  const claim = (trx: Transaction<Tables>): Promise<boolean> => takeOver(trx, write, writer, now());
  const isTaken = await (database.isTransaction
    ? claim(database as Transaction<Tables>)
    : inTransaction(database, claim));
  return isTaken ? { ...lost, owner: writer.identity } : lost;
}

/** `text`: the body as it would be stored. */
function screenDraft(store: Store, writer: Writer, draft: Draft, text: string): ScreenedDraft {
  const { rules } = store;
  const guest = validateGuest(writer, draft.guest);
  const verdict = screenText(`${guest.name} ${text}`, rules);
  if (verdict.outcome === 'rejected') throw new Problem('rejected', verdict.reason, { field: 'body' });
  if (verdict.outcome === 'confirm') {
    const token = reconsiderToken(store, draft, text);
    if (!isOwnToken(store, draft, text))
      throw new Problem('confirm', verdict.message, {
        challenge: { type: 'reconsider', message: verdict.message, token },
      });
  }
  return { text, guest, isHeld: verdict.outcome === 'pending' };
}

async function insertComment(
  store: Store,
  change: DiscussionChange,
  writer: Writer,
  draft: Draft,
  { text, guest, isHeld, judgement }: ScreenedDraft & { readonly judgement: Judgement },
): Promise<CommentRow> {
  change.requireOpen();
  notePage(store, change, draft.discussion, writer);
  const target = await resolveReplyTarget(change, draft.parentId ?? '', store.rules);
  const id = randomUUID();
  const decided = statusOfNew(judgement, isHeld);
  const isVisible = decided.status === 'visible';
  await change.addReplies(target.parent, isVisible ? { replies: 1 } : { held: 1 });
  if (isVisible) change.addVisible(1);
  const row = await change.trx
    .insertInto('comments')
    .values({
      ...target,
      ...decided,
      discussion: change.discussion.id,
      id,
      number: change.nextCommentNumber(),
      owner: writer.identity,
      author: serializeAuthor(authorOf(writer, guest)),
      body: text,
      format: 'text',
      created_at: change.now,
      score_since: change.recordEvent('added', id),
      // Guests have no address to be told at.
      notify: Boolean(store.rules.offersNotices && writer.person && draft.notify),
      submit_key: draft.submitKey,
      submit_hash: hashOf(draft),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await noteFirstWrite(change.trx, writer, { discussion: row.discussion, comment: id, report: '' }, change.now);
  change.noteNew(row);
  return row;
}

const labels: Readonly<Record<string, string>> = takingPartMessages.reasons;

/** The words for a reason of the house rules; its id if the rules have dropped it. */
export const reasonLabel = ({ reasons }: Pick<HouseRules, 'reasons'>, id: string): string =>
  reasons.find((reason) => reason.id === id)?.label ?? labels[id] ?? id;
