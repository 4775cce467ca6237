import {
  AdapterError,
  type Author,
  type Call,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionRef,
  type Report,
  type ReportReceipt,
  type Viewer,
} from './adapter.js';
import { toAdapterError } from './adapter-error.js';
import { commentPosted, commentReported, outgoingAdded, outgoingFailed, outgoingRemoved, reportWithdrawn } from './writing-steps.js';
import type { DiscussionStore, Outcome } from './discussion-store.js';
import type { DiscussionPort } from './discussion-port.js';
import { deliver, type Intent, isSame, type SubmitOutcome } from './submission.js';

/** Pages looked through for a comment that may be stored already, and top-level comments wanted in each. */
const PAGES_SEARCHED = 20;
const SEARCH_PAGE_SIZE = 100;

const NO_DISCUSSION: DiscussionRef = { key: '', url: '' };

type Ended = { readonly type: 'aborted' };

/**
 * What only a writer does with a discussion: posts, reports, signs in. It works on a store, whose state follows. A second
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
  arrived(intent: Intent): Promise<Outcome<Comment | undefined>> {
    return this.#once(`arrived ${intent.submitKey}`, (port) => arrived(port, intent));
  }

  /** Takes a comment that failed out of those on their way. */
  forget(submitKey: string): void {
    const port = this.#store.lend();
    port?.set(outgoingRemoved(port.state, submitKey));
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

  async #once<T>(about: string, write: (port: DiscussionPort) => Promise<T>): Promise<T | Ended> {
    const port = this.#store.lend();
    if (!port) return { type: 'aborted' };
    const writes = this.#writes.get(port.signal) ?? new Map<string, Promise<unknown>>();
    this.#writes.set(port.signal, writes);
    const running = (writes.get(about) as Promise<T> | undefined) ?? write(port).finally(() => writes.delete(about));
    writes.set(about, running);
    return running;
  }
}

async function submit(port: DiscussionPort, intent: Intent): Promise<SubmitOutcome> {
  const { uncertainSince, ...draft } = intent;
  const { submitKey, parentId, guest } = draft;
  const { adapter, state } = port;
  if (state.access.state === 'closed')
    return { type: 'failed', error: new AdapterError('closed'), uncertain: uncertainSince !== undefined };
  // Who writes is settled now: somebody else may be signed in when the answer comes.
  const author = writer(port, guest);
  port.set(outgoingAdded(state, { submitKey, parentId, body: draft.body, name: author?.name, delivery: 'sending' }));
  const addressed = { ...draft, discussion: state.discussion ?? NO_DISCUSSION };
  const answer = await ask(port, (_, call) =>
    deliver(addressed, { uncertainSince }, { adapter, author, find: (matches) => find(port, matches, call) }, call),
  );
  const outcome: SubmitOutcome = answer.type === 'done' ? answer.value : answer.type === 'failed' ? { ...answer, uncertain: true } : answer;
  switch (outcome.type) {
    case 'aborted':
      return outcome;
    case 'failed':
      // What was refused is in the form, with the reason; what may have arrived is also where it would stand.
      port.set((outcome.uncertain ? outgoingFailed : outgoingRemoved)(port.state, submitKey));
      learn(port, outcome.error);
      return outcome;
    case 'rejected':
      port.set(outgoingRemoved(port.state, submitKey));
      return outcome;
    case 'published':
    case 'pending':
    case 'invisible': {
      const comment = outcome.comment ?? ownComment(adapter, draft, author, outcome.type === 'pending' ? 'pending' : 'visible');
      port.set(commentPosted(outgoingRemoved(port.state, submitKey), comment, outcome.type));
      return { ...outcome, comment };
    }
  }
}

/** Looks whether a comment whose sending ended in doubt has arrived after all. */
function arrived(port: DiscussionPort, intent: Intent): Promise<Outcome<Comment | undefined>> {
  const isMine = isSame(intent, { adapter: port.adapter, author: writer(port, intent.guest), since: intent.uncertainSince ?? 0 });
  return ask(port, (_, call) => find(port, isMine, call));
}

async function report(port: DiscussionPort, wanted: Report): Promise<Outcome<ReportReceipt>> {
  const outcome = await ask(port, async (adapter, call) => (await method(adapter, 'report')(reference(port), wanted, call)) ?? {});
  if (outcome.type !== 'done') return outcome;
  const receipt = outcome.value;
  port.set(commentReported(port.state, wanted.id, { sent: receipt.alreadyReported ? 'earlier' : 'now', reference: receipt.reference }));
  return outcome;
}

async function withdrawReport(port: DiscussionPort, id: CommentId): Promise<Outcome<void>> {
  const outcome = await ask(port, async (adapter, call) => method(adapter, 'withdrawReport')(reference(port), id, call));
  if (outcome.type === 'done') port.set(reportWithdrawn(port.state, id));
  return outcome;
}

async function signIn(port: DiscussionPort): Promise<Outcome<Viewer | { readonly redirect: string }>> {
  const outcome = await ask(port, async (adapter, call) => {
    const answer = await method(adapter, 'signIn')(call);
    if (typeof answer === 'object' && answer && ('state' in answer || 'redirect' in answer)) return answer;
    throw new AdapterError('bad-response', `signIn() answered ${JSON.stringify(answer)}: answer a viewer, or an object with "redirect"`);
  });
  if (outcome.type === 'done' && 'state' in outcome.value) port.viewerChanged(outcome.value);
  return outcome;
}

async function signOut(port: DiscussionPort): Promise<Outcome<void>> {
  const outcome = await ask(port, async (adapter, call) => method(adapter, 'signOut')(call));
  if (outcome.type === 'done') port.viewerChanged({ state: 'anonymous' });
  return outcome;
}

/** A method that an adapter need not have. */
function method<Name extends 'report' | 'withdrawReport' | 'signIn' | 'signOut'>(
  adapter: CommentsAdapter,
  name: Name,
): NonNullable<CommentsAdapter[Name]> {
  const found = adapter[name];
  if (!found) throw new AdapterError('unsupported');
  return found.bind(adapter) as NonNullable<CommentsAdapter[Name]>;
}

function reference({ state }: DiscussionPort): DiscussionRef {
  return state.discussion ?? NO_DISCUSSION;
}

/** One request under the present discussion; its answer counts for nothing once that has been left. */
async function ask<T>(
  { adapter, signal }: DiscussionPort,
  request: (adapter: CommentsAdapter, call: Call) => Promise<T>,
): Promise<Outcome<T>> {
  try {
    const value = await request(adapter, { signal });
    return signal.aborted ? { type: 'aborted' } : { type: 'done', value };
  } catch (thrown) {
    return signal.aborted ? { type: 'aborted' } : { type: 'failed', error: toAdapterError(thrown) };
  }
}

/** Looks through the backend's list, from the end where a new comment would be if the backend can begin there. */
async function find(
  { adapter, state, list }: DiscussionPort,
  matches: (comment: Comment) => boolean,
  call: Call,
): Promise<Comment | undefined> {
  const sort = adapter.features?.sorts?.includes('newest') ? 'newest' : state.sort;
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_SEARCHED; page++) {
    const { items, next } = await list({ sort, cursor, limit: SEARCH_PAGE_SIZE }, call);
    call.signal.throwIfAborted();
    const found = items.find(matches);
    if (found || next === undefined || next === cursor) return found;
    cursor = next;
  }
  return undefined;
}

function writer({ state }: DiscussionPort, guest: Intent['guest']): Author | undefined {
  return state.viewer.author ?? (guest?.name ? { name: guest.name } : undefined);
}

/** What a writer sees of a comment that the backend took without handing it back. */
function ownComment(
  { features }: CommentsAdapter,
  { submitKey, parentId, body }: Intent,
  author: Author | undefined,
  status: 'pending' | 'visible',
): Comment {
  const can = { reply: false, edit: false, remove: false, vote: false, report: false };
  const createdAt = new Date().toISOString();
  return {
    id: `local:${submitKey}`,
    parentId,
    author,
    createdAt,
    status,
    can,
    body: { format: features?.input ?? 'text', value: body },
  };
}

/** A refusal tells more than that this post failed: the page's state follows it. */
function learn(port: DiscussionPort, { kind, message }: AdapterError): void {
  const { info } = port.state;
  if (kind === 'closed' || kind === 'disabled') {
    port.set({ ...port.state, info: { ...info, state: kind, stateMessage: message || info?.stateMessage, opensAt: undefined } });
  }
  if (kind === 'sign-in-required' || kind === 'session-expired') {
    const posting = { ...info?.posting, who: 'signed-in' } as const;
    const viewer = { state: 'anonymous' } as const;
    port.set({ ...port.state, viewer, info: { state: 'open', ...info, viewer, posting } });
  }
}
