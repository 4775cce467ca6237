/** Sends the text of a form. Loaded with the first character. */
import type { Comment, Draft } from '../adapter.js';
import type { FormDraft } from '../drafts/form-draft.js';
import type { Outcome } from '../outcome.js';
import { callAdapter } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { allComments, type DiscussionState } from '../state/discussion-state.js';
import type { PendingSubmission } from './pending-submission.js';
import { isRetry, submitKeyOf } from './submit-key.js';
import { type DraftOutcome, foundAs, type Intent, isAccepted, type SubmitOutcome } from './submit-outcome.js';

/**
 * The time of an attempt made now, by the backend's clock, in milliseconds since the epoch. If the backend has not reported
 * its time, the reader's clock may be off by any amount. The time of the latest known comment is then the latest certain time.
 */
export function attemptTime(state: DiscussionState): number {
  if (state.info?.now !== undefined) return Date.now() + state.clockOffset;
  const times = allComments(state).map(({ createdAt }) => Date.parse(createdAt));
  return Math.min(Date.now(), Math.max(0, ...times.filter(Number.isFinite)));
}

type Wanted = Omit<Intent, 'submitKey' | 'uncertainSince'>;

/** What posting needs of `DiscussionWriter`. */
interface Writer {
  submit(intent: Intent, session: DiscussionSession): Promise<SubmitOutcome>;
  findSubmitted(intent: Intent, session: DiscussionSession): Promise<Outcome<Comment | undefined>>;
  forget(submitKey: string): void;
}

interface Delivery {
  readonly writer: Writer;
  /** The session in which the form was submitted. */
  readonly session: DiscussionSession;
  /** The draft in the form. */
  readonly autosave: Pick<FormDraft, 'record' | 'save' | 'renew' | 'finish'>;
  /** Called just before the comment is sent. Returns the answer to a challenge, or undefined to cancel the submission. May throw. */
  readonly onSend: (draft: Draft) => Promise<{ readonly confirm: string | undefined } | undefined>;
}

/**
 * Sends the text of a form once, and updates or removes its draft accordingly. Discussion, viewer and draft are fixed when it is
 * called. If the form shows another draft when the response arrives, that draft is left alone.
 */
export async function submitDraft(
  pending: PendingSubmission,
  wanted: Wanted,
  { writer, session, autosave, onSend }: Delivery,
): Promise<DraftOutcome> {
  const { record } = autosave;
  if (!record) return { type: 'aborted' };
  const isShown = (): boolean => record === autosave.record;
  const sent = pending.sent;
  const retried = sent && isRetry(sent, wanted) ? sent : undefined;
  // A new intent is sent only once it is certain that the earlier one did not arrive.
  const earlier = retried || sent?.uncertainSince === undefined ? undefined : await writer.findSubmitted(sent, session);
  if (earlier?.type === 'failed') return { ...earlier, uncertain: true };
  if (earlier?.type === 'aborted' || !isShown()) return { type: 'aborted' };
  if (sent && !retried) writer.forget(sent.submitKey);
  if (earlier?.value) {
    const isSameText = sent?.body === wanted.body;
    pending.sent = undefined;
    if (isSameText) autosave.finish(record);
    else autosave.renew();
    return { type: 'arrived', as: isSameText ? foundAs(earlier.value) : undefined };
  }
  const submitKey = submitKeyOf(record.id, { body: wanted.body, authorId: wanted.viewer?.author?.id });
  const intent: Intent = { submitKey, ...retried, ...wanted };
  const { uncertainSince, viewer: _viewer, ...draft } = intent;
  // The page may take its time.
  autosave.save();
  const answer = await callAdapter(session, () => onSend({ ...draft, discussion: session.discussion }));
  if (answer.type === 'failed') return { ...answer, uncertain: uncertainSince !== undefined };
  if (answer.type === 'aborted' || !isShown()) return { type: 'aborted' };
  if (!answer.value) return { type: 'canceled' };
  // Until the response arrives, the comment may be stored. A reload must know that.
  const unconfirmed = { ...intent, uncertainSince: uncertainSince ?? attemptTime(session.state) };
  pending.sent = unconfirmed;
  autosave.save();
  const outcome = await writer.submit({ ...intent, ...answer.value }, session);
  if (isAccepted(outcome)) autosave.finish(record);
  else if (isShown() && outcome.type === 'failed') {
    pending.sent = outcome.uncertain ? unconfirmed : { ...intent, uncertainSince: undefined };
    autosave.save();
  } else if (isShown() && outcome.type === 'rejected') {
    pending.sent = undefined;
    autosave.renew();
  }
  return outcome;
}
