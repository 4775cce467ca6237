import {
  AdapterError,
  type Comment,
  type CommentId,
  type DiscussionInfo,
  type Edit,
  type Report,
  type ReportReceipt,
  type Viewer,
  type Vote,
  type Votes,
} from '../adapter.js';
import { ask, askFor } from '../call-adapter.js';
import { edit, type EditOutcome, pin, remove, restore, source } from '../writes/comment-writer.js';
import type { DiscussionSession } from './discussion-session.js';
import type { DiscussionStore } from './discussion-store.js';
import type { Outcome } from '../outcome.js';
import type { Intent, SubmitOutcome } from '../writes/submission.js';
import { findSubmitted, submit } from '../writes/submission-writer.js';
import { sendVote } from '../writes/vote-writer.js';
import { voteCast } from '../transitions/votes.js';
import { closingChanged, commentReported, outgoingRemoved, type Removal, reportWithdrawn } from '../transitions/submissions.js';
import { wrongAnswer } from '../wrong-answer.js';

type Ended = { readonly type: 'aborted' };

/**
 * What only a writer does with a discussion: posts, changes, votes, reports, signs in. It works on a store, whose state follows. A second
 * call for the same thing joins the first while that is under way, so that nothing is sent twice.
 */
export class DiscussionWriter {
  readonly #store: DiscussionStore;
  /** Writes under way, by the discussion they belong to and by what they are about. */
  readonly #writes = new WeakMap<AbortSignal, Map<string, Promise<unknown>>>();

  constructor(store: DiscussionStore) {
    this.#store = store;
  }

  /** Posts a comment once, however often it is called for one `submitKey`. A failure is an outcome, not an exception. */
  submit(intent: Intent): Promise<SubmitOutcome> {
    return this.#once(`submit ${intent.submitKey}`, (port) => submit(port, intent));
  }

  /** Looks whether a comment whose sending ended in doubt has arrived after all. */
  findSubmitted(intent: Intent): Promise<Outcome<Comment | undefined>> {
    return this.#once(`find ${intent.submitKey}`, (port) => findSubmitted(port, intent));
  }

  /** Takes a comment that failed out of those on their way. */
  forget(submitKey: string): void {
    const port = this.#store.session();
    port?.set(outgoingRemoved(port.state, submitKey));
  }

  /** Changes a comment. Sending the same edit again is safe, and left to the person. */
  edit(wanted: Edit): Promise<EditOutcome> {
    return this.#once(`edit ${JSON.stringify(wanted)}`, (port) => edit(port, wanted));
  }

  /** What its author typed, or what comes nearest to it: the text to edit a comment by. */
  source(comment: Comment): Promise<Outcome<string>> {
    return this.#once(`source ${comment.id}`, (port) => source(port, comment));
  }

  /** Takes a comment out, which a closed discussion still allows. `canRestore`: the backend takes that back. */
  remove(
    comment: Comment,
    by: 'author' | 'editors',
  ): Promise<Outcome<{ readonly effect: Removal['effect']; readonly canRestore: boolean }>> {
    return this.#once(`remove ${comment.id}`, (port) => remove(port, comment, by));
  }

  /** Takes the last `remove` of a comment back. */
  restore(id: CommentId): Promise<Outcome<Comment>> {
    return this.#once(`restore ${id}`, (port) => restore(port, id));
  }

  /**
   * Votes on a comment; the state shows it at once. The last wish wins: what is wanted while a request is on its way is sent
   * after it. Each call learns how the request ended that carried its wish, or the one that was overtaken by a newer wish.
   */
  async vote(id: CommentId, value: Vote['value']): Promise<Outcome<Votes>> {
    const port = this.#store.session();
    if (!port) return { type: 'aborted' };
    port.set(voteCast(port.state, id, value));
    const press = port.state.voting.get(id);
    let outcome: Outcome<Votes>;
    // While it is this wish that waits, it is for this call to see it sent: the request it joined may have carried another.
    do outcome = await this.#once(`vote ${id}`, (lent) => sendVote(lent, id));
    while (port.state.voting.get(id) === press && press?.state === 'sending' && outcome.type !== 'aborted');
    return outcome;
  }

  /** Keeps a comment at the top, or lets it go. */
  pin(id: CommentId, pinned: boolean): Promise<Outcome<Comment>> {
    return this.#once(`pin ${pinned} ${id}`, (port) => pin(port, { id, pinned }));
  }

  /** Closes the discussion for everybody, or opens it again. */
  setClosed(closed: boolean): Promise<Outcome<DiscussionInfo>> {
    return this.#once(`close ${closed}`, (port) => setClosed(port, closed));
  }

  /** Reports a comment once, however often it is called while the first call is under way. */
  report(wanted: Report): Promise<Outcome<ReportReceipt>> {
    return this.#once(`report ${wanted.id}`, (port) => report(port, wanted));
  }

  withdrawReport(id: CommentId): Promise<Outcome<void>> {
    return this.#once(`withdraw ${id}`, (port) => withdrawReport(port, id));
  }

  /** Signs the viewer in, or answers with the address of the page that does. */
  signIn(): Promise<Outcome<Viewer | { readonly redirect: string }>> {
    return this.#once('sign in', signIn);
  }

  signOut(): Promise<Outcome<void>> {
    return this.#once('sign out', signOut);
  }

  async #once<T>(about: string, write: (port: DiscussionSession) => Promise<T>): Promise<T | Ended> {
    const port = this.#store.session();
    if (!port) return { type: 'aborted' };
    const writes = this.#writes.get(port.signal) ?? new Map<string, Promise<unknown>>();
    this.#writes.set(port.signal, writes);
    const running = (writes.get(about) as Promise<T> | undefined) ?? write(port).finally(() => writes.delete(about));
    writes.set(about, running);
    return running;
  }
}

async function setClosed(port: DiscussionSession, closed: boolean): Promise<Outcome<DiscussionInfo>> {
  const outcome = await askFor(port, 'setClosed', closed);
  if (outcome.type === 'done') port.set(closingChanged(port.state, outcome.value, Date.now()));
  return outcome;
}

async function report(port: DiscussionSession, wanted: Report): Promise<Outcome<ReportReceipt>> {
  const outcome = await askFor(port, 'report', wanted);
  if (outcome.type !== 'done') return outcome;
  const receipt = outcome.value ?? {};
  port.set(commentReported(port.state, wanted.id, { sent: receipt.alreadyReported ? 'earlier' : 'now', reference: receipt.reference }));
  return { type: 'done', value: receipt };
}

async function withdrawReport(port: DiscussionSession, id: CommentId): Promise<Outcome<void>> {
  const outcome = await askFor(port, 'withdrawReport', id);
  if (outcome.type === 'done') port.set(reportWithdrawn(port.state, id));
  return outcome;
}

async function signIn(port: DiscussionSession): Promise<Outcome<Viewer | { readonly redirect: string }>> {
  const outcome = await ask(port, async (adapter, call) => {
    if (!adapter.signIn) throw new AdapterError('unsupported');
    const answer = await adapter.signIn(call);
    if (typeof answer === 'object' && answer && ('state' in answer || 'redirect' in answer)) return answer;
    throw wrongAnswer('signIn', answer);
  });
  if (outcome.type === 'done' && 'state' in outcome.value) port.viewerChanged(outcome.value);
  return outcome;
}

async function signOut(port: DiscussionSession): Promise<Outcome<void>> {
  const outcome = await ask(port, async (adapter, call) => {
    if (!adapter.signOut) throw new AdapterError('unsupported');
    return adapter.signOut(call);
  });
  if (outcome.type === 'done') port.viewerChanged({ state: 'anonymous' });
  return outcome;
}
