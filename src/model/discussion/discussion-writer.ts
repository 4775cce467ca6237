import type {
  Comment,
  CommentId,
  DecisionReasons,
  DiscussionInfo,
  Edit,
  Report,
  ReportReceipt,
  Viewer,
  Vote,
  Votes,
} from '../adapter.js';
import { loadCode } from '../load-code.js';
import type { Outcome } from '../outcome.js';
import { findSubmitted, submit } from '../posting/submission.js';
import type { Intent, SubmitOutcome } from '../posting/submit-outcome.js';
import { callAdapter, InFlightCalls } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { Removal } from '../transitions/comments.js';
import { outgoingRemoved } from '../transitions/submissions.js';
import { voteCast } from '../transitions/votes.js';
import type { EditOutcome, ModerationChange } from '../writes/comment-changes.js';
import { acknowledgeWarning, setClosed, signIn, signOut } from '../writes/discussion-writes.js';
import { report, withdrawReport } from '../writes/report-writes.js';
import { sendVote } from '../writes/vote-writer.js';
import type { DiscussionStore } from './discussion-store.js';

type ChangingCode = typeof import('../writes/comment-changes.js');

type Aborted = Extract<Outcome<never>, { readonly type: 'aborted' }>;

/**
 * Everything that writes to a discussion: posting, editing, removing, voting, reporting, moderating, signing in. It
 * updates the state of a store. A failure is an outcome, not an exception. Calling a method again with the same
 * arguments joins the call in flight, so nothing is sent twice.
 */
export class DiscussionWriter {
  readonly #store: DiscussionStore;
  readonly #inFlight = new InFlightCalls();

  constructor(store: DiscussionStore) {
    this.#store = store;
  }

  /**
   * Posts a comment. It is stored once, however often this is called with one `submitKey`. `session`: the session for which the text was
   * written, if the caller has awaited something since. Once that session has ended, nothing is sent.
   */
  submit(intent: Intent, session = this.#store.session()): Promise<SubmitOutcome> {
    return this.#once(`submit ${intent.submitKey}`, (current) => submit(current, intent), session);
  }

  /** Searches for a comment whose submission ended without a clear result. */
  findSubmitted(intent: Intent, session = this.#store.session()): Promise<Outcome<Comment | undefined>> {
    return this.#once(`find ${intent.submitKey}`, (current) => findSubmitted(current, intent), session);
  }

  /** Removes a failed comment from `state.outgoing`. */
  forget(submitKey: string): void {
    const session = this.#store.session();
    session?.set(outgoingRemoved(session.state, submitKey));
  }

  /** Edits a comment. Never retries by itself; sending the same edit again is safe. */
  edit(wanted: Edit): Promise<EditOutcome> {
    return this.#change(`edit ${JSON.stringify(wanted)}`, (session, { edit }) => edit(session, wanted));
  }

  /** Finds the text to edit: the author's source, otherwise the closest available text. */
  source(comment: Comment): Promise<Outcome<string>> {
    return this.#change(`source ${comment.id}`, (session, { source }) => source(session, comment));
  }

  /** Removes a comment, even in a closed discussion. `decision`: a moderator's reasons. `canRestore`: the backend can undo it. */
  remove(
    comment: Comment,
    by: Removal['by'],
    decision?: DecisionReasons,
  ): Promise<Outcome<{ readonly effect: Removal['effect']; readonly canRestore: boolean }>> {
    return this.#change(`remove ${comment.id}`, (session, { remove }) => remove(session, comment, by, decision));
  }

  /** Undoes the last `remove` of a comment. */
  restore(id: CommentId): Promise<Outcome<Comment>> {
    return this.#change(`restore ${id}`, (session, { restore }) => restore(session, id));
  }

  /**
   * Votes on a comment. The state shows the vote at once. A vote cast while a request is in flight is sent after it; of
   * several, only the last. Resolves with the outcome of the request that carried this vote, or a newer one.
   */
  async vote(id: CommentId, value: Vote['value']): Promise<Outcome<Votes>> {
    const session = this.#store.session();
    if (!session) return { type: 'aborted' };
    session.set(voteCast(session.state, id, value));
    const cast = session.state.unconfirmedVotes.get(id);
    let outcome: Outcome<Votes>;
    // The request this call joins may carry an earlier vote. If this vote is still pending afterwards, send it.
    do outcome = await this.#once(`vote ${id}`, (current) => sendVote(current, id));
    while (session.state.unconfirmedVotes.get(id) === cast && cast?.state === 'sending' && outcome.type !== 'aborted');
    return outcome;
  }

  /** Pins or unpins a comment. */
  pin(id: CommentId, pinned: boolean): Promise<Outcome<Comment>> {
    return this.#change(`pin ${pinned} ${id}`, (session, { pin }) => pin(session, { id, pinned }));
  }

  /** Carries out a moderator's action on a comment, or undoes it. */
  moderate(change: ModerationChange): Promise<Outcome<unknown>> {
    return this.#change(`moderate ${JSON.stringify(change)}`, (session, { moderate }) => moderate(session, change));
  }

  /** Reports to the backend that the viewer has read its warning. */
  acknowledgeWarning(id: string): Promise<Outcome<unknown>> {
    return this.#once(`acknowledge ${id}`, (session) => acknowledgeWarning(session, id));
  }

  /** Closes the discussion for all readers, or opens it again. `session`: see `submit`. */
  setClosed(closed: boolean, session = this.#store.session()): Promise<Outcome<DiscussionInfo>> {
    return this.#once(`close ${closed}`, (current) => setClosed(current, closed), session);
  }

  /** Reports a comment. `isRetry`: an earlier attempt ended without a clear result. */
  report(wanted: Report, { isRetry = false } = {}): Promise<Outcome<ReportReceipt>> {
    return this.#once(`report ${JSON.stringify(wanted)}`, (session) => report(session, wanted, isRetry));
  }

  /** Withdraws the viewer's report of a comment. */
  withdrawReport(id: CommentId): Promise<Outcome<void>> {
    return this.#once(`withdraw ${id}`, (session) => withdrawReport(session, id));
  }

  /** Signs the viewer in, or resolves with the address of a sign-in page, which leads back to `returnUrl`. */
  signIn(returnUrl?: string): Promise<Outcome<Viewer | { readonly redirect: string }>> {
    return this.#once('sign in', (session) => signIn(session, returnUrl));
  }

  /** Signs the viewer out. */
  signOut(): Promise<Outcome<void>> {
    return this.#once('sign out', signOut);
  }

  /** Makes a change whose code is loaded on demand. */
  #change<T>(
    key: string,
    change: (session: DiscussionSession, code: ChangingCode) => Promise<T>,
  ): Promise<T | Exclude<Outcome<never>, { readonly type: 'done' }>> {
    return this.#once(key, async (session) => {
      const code = await callAdapter(session, () => loadCode(import('../writes/comment-changes.js')));
      return code.type === 'done' ? change(session, code.value) : code;
    });
  }

  async #once<T>(
    key: string,
    write: (session: DiscussionSession) => Promise<T>,
    session = this.#store.session(),
  ): Promise<T | Aborted> {
    if (!session || session.signal.aborted) return { type: 'aborted' };
    return this.#inFlight.join(session, key, () => write(session));
  }
}
