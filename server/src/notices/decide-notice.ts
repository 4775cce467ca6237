import type { Decision } from 'article-comments/rules.js';
import type { CommentRow, LegalNoticeRow } from '../database/tables.js';
import { enqueueMail } from '../delivery/outbox.js';
import { changeDiscussion, type DiscussionChange, refByKey } from '../discussion/change-discussion.js';
import { isHidden, setHidden } from '../discussion/present-comment.js';
import { isPresent, markRemoved } from '../discussion/remove-comment.js';
import type { Store } from '../discussion/store.js';
import type { Caller } from '../identity/caller.js';
import { decisionMail } from './notice-mail.js';

export interface DecidedNotice {
  readonly key: string;
  readonly reference: string;
  /** Revision of the comment that the moderator has read. */
  readonly revision: string;
}

/**
 * `unchanged`: someone else has decided, or the sender has withdrawn the notice. `edited`: the comment has changed since it
 * was read. `not-shown`: it cannot be kept, because it is not there for readers any more.
 */
export type NoticeOutcome = 'decided' | 'unchanged' | 'edited' | 'not-shown';

/** Answers a notice, and does to its comment what was decided. Of two moderators at once, the first one decides. */
export function decideNotice(
  store: Store,
  moderator: Caller,
  { key, reference, revision }: DecidedNotice,
  decision: Decision,
): Promise<NoticeOutcome> {
  return changeDiscussion(store, refByKey(key), async (change): Promise<NoticeOutcome> => {
    const notice = await findOpenNotice(change, reference);
    if (!notice) return 'unchanged';
    const comment = await change.find(notice.comment);
    if (revision !== String(comment.revision)) return 'edited';
    if (decision.measure === 'kept' && !isPresent(comment)) return 'not-shown';
    const by = moderator.identity ?? null;
    const dated: Decision = { ...decision, basis: 'notice', decidedAt: change.now.toISOString() };
    if (decision.measure !== 'kept')
      await restrict(store, change, comment, { by, reason: notice.reason, decision: dated });
    await change.trx
      .updateTable('legal_notices')
      .set({ decision: JSON.stringify(dated), decided_at: change.now, decided_by: by })
      .where('discussion', '=', change.discussion.id)
      .where('reference', '=', reference)
      .execute();
    change.noteDecision(comment, dated, reference);
    const mail = await decisionMail(notice, dated);
    if (mail) await enqueueMail(change.trx, { ...mail, notice, person: notice.reporter, now: change.now });
    return 'decided';
  });
}

/** The discussion is locked, so nobody else decides meanwhile; the notice, so that its sender is not erased before the mail is stored. */
function findOpenNotice({ trx, discussion }: DiscussionChange, reference: string): Promise<LegalNoticeRow | undefined> {
  return trx
    .selectFrom('legal_notices')
    .selectAll()
    .where('discussion', '=', discussion.id)
    .where('reference', '=', reference)
    .where('decided_at', 'is', null)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** Removes the comment, also a hidden one. One that is removed already keeps the decision that its author may have read. */
async function restrict(
  store: Store,
  change: DiscussionChange,
  found: CommentRow,
  removal: { readonly by: string | null; readonly reason: string; readonly decision: Decision },
): Promise<void> {
  const comment = isHidden(found) ? await setHidden(change, found, false) : found;
  if (isPresent(comment)) await markRemoved(store, change, comment, { as: 'moderator', ...removal });
}
