import type { Draft } from '../../model/adapter.js';
import type { DiscussionSession } from '../../model/state/discussion-session.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { DraftRecord } from '../../model/drafts/draft-record.js';
import type { Accepted, Intent, SubmitOutcome } from '../../model/writes/submission.js';
import type { DraftAutosave } from '../forms/draft-autosave.js';
import type { Arrived, PendingSubmission } from './pending-submission.js';

/** What the form sends from. */
interface DraftForm {
  readonly autosave: DraftAutosave;
  readonly pending: PendingSubmission;
  readonly writer: DiscussionWriter;
  /** The session in which Post was pressed. */
  readonly session: DiscussionSession;
  /** The draft in the form when Post was pressed. */
  readonly record: DraftRecord;
  /** Called just before the comment is sent. Returns the answer to a challenge; undefined where the page keeps the comment back. */
  readonly onSend: (draft: Draft) => { readonly confirm: string | undefined } | undefined;
}

export type DraftOutcome =
  | SubmitOutcome
  /** The earlier text, which nobody had confirmed, is stored. The new one was not sent. */
  | Arrived
  /** Nothing was sent. */
  | { readonly type: 'kept-back' };

/** Whether the backend has taken the comment. */
export function isAccepted(outcome: DraftOutcome): outcome is Accepted {
  return outcome.type === 'published' || outcome.type === 'pending' || outcome.type === 'invisible';
}

/**
 * Sends what stands in a form, once, and keeps or removes its draft accordingly. The intent stays with the discussion, the
 * viewer and the draft it was made with: whatever the form shows by the time of the response is left alone.
 */
export async function submitDraft(
  wanted: Omit<Intent, 'submitKey' | 'uncertainSince'>,
  { autosave, pending, writer, session, record, onSend }: DraftForm,
): Promise<DraftOutcome> {
  const isShown = (): boolean => record === autosave.record;
  const next = await pending.next(wanted, { writer, session, draftId: record.id });
  if (next.type === 'failed') return { ...next, uncertain: true };
  // The section has turned to another discussion or viewer meanwhile. The text is kept where it belongs.
  if (next.type === 'aborted' || session.signal.aborted || !isShown()) return { type: 'aborted' };
  if (next.type === 'arrived') {
    if (next.isSameText) autosave.finish(record);
    else autosave.renew();
    return next;
  }
  const { uncertainSince: _uncertainSince, viewer: _viewer, ...draft } = next.intent;
  const answer = onSend({ ...draft, discussion: session.discussion });
  if (!answer) return { type: 'kept-back' };
  pending.sending(next.intent, session);
  autosave.save();
  const outcome = await writer.submit({ ...next.intent, ...answer }, session);
  switch (outcome.type) {
    case 'published':
    case 'pending':
    case 'invisible':
      autosave.finish(record);
      break;
    case 'failed':
      if (!isShown()) break;
      pending.failed(next.intent, outcome.uncertain);
      autosave.save();
      break;
    case 'rejected':
      if (!isShown()) break;
      pending.settled();
      autosave.renew();
      break;
    case 'aborted':
    case 'viewer-changed':
    // The draft stays as it is.
  }
  return outcome;
}
