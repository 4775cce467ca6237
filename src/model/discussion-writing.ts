/** What only a writer does with a discussion. The store fetches this file at the first write, so that readers never load it. */
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionRef,
  type Report,
  type ReportReceipt,
  type Viewer,
} from './adapter.js';
import { commentPosted, commentReported, outgoingAdded, outgoingFailed, outgoingRemoved, reportWithdrawn } from './writing-steps.js';
import type { DiscussionState } from './discussion-state.js';
import type { Outcome } from './discussion-store.js';
import { deliver, type Intent, isSame, type SubmitOutcome } from './submission.js';

/** What the store lends to its writing half. */
export interface WritingPort {
  readonly adapter: CommentsAdapter;
  readonly state: DiscussionState;
  /** Replaces the state. */
  set(state: DiscussionState): void;
  /** One request under the present discussion. */
  ask<T>(request: (adapter: CommentsAdapter, call: Call) => Promise<T>): Promise<Outcome<T>>;
  /** Looks through the backend's list. */
  find(matches: (comment: Comment) => boolean, call: Call): Promise<Comment | undefined>;
  viewerChanged(viewer: Viewer): void;
}

const NO_DISCUSSION: DiscussionRef = { key: '', url: '' };

export async function submit(port: WritingPort, intent: Intent): Promise<SubmitOutcome> {
  const { uncertainSince, ...draft } = intent;
  const { submitKey, parentId, body } = draft;
  const { adapter } = port;
  if (port.state.access.state === 'closed')
    return { type: 'failed', error: new AdapterError('closed'), uncertain: uncertainSince !== undefined };
  const name = port.state.viewer.author?.name ?? draft.guest?.name;
  port.set(outgoingAdded(port.state, { submitKey, parentId, body, name, delivery: 'sending' }));
  const delivery = { adapter, idempotency: adapter.features?.idempotency ?? 'none', find: port.find } as const;
  const answer = await port.ask((_, call) =>
    deliver({ ...draft, discussion: port.state.discussion ?? NO_DISCUSSION }, { uncertainSince }, delivery, call),
  );
  const outcome: SubmitOutcome = answer.type === 'done' ? answer.value : answer.type === 'failed' ? { ...answer, uncertain: true } : answer;
  switch (outcome.type) {
    case 'aborted':
      return outcome;
    case 'failed':
      port.set(outgoingFailed(port.state, submitKey));
      learn(port, outcome.error);
      return outcome;
    case 'rejected':
      port.set(outgoingRemoved(port.state, submitKey));
      return outcome;
    case 'published':
    case 'pending':
    case 'invisible': {
      const comment = outcome.comment ?? ownComment(port, draft, name, outcome.type === 'pending' ? 'pending' : 'visible');
      port.set(commentPosted(outgoingRemoved(port.state, submitKey), comment));
      return { ...outcome, comment };
    }
  }
}

/** Looks whether a comment whose sending ended in doubt has arrived after all. */
export function arrived(port: WritingPort, intent: Intent): Promise<Outcome<Comment | undefined>> {
  const draft = { ...intent, discussion: port.state.discussion ?? NO_DISCUSSION };
  return port.ask((_, call) => port.find((comment) => isSame(comment, draft, intent.uncertainSince ?? 0), call));
}

export function forget(port: WritingPort, submitKey: string): void {
  port.set(outgoingRemoved(port.state, submitKey));
}

export async function report(port: WritingPort, wanted: Report): Promise<Outcome<ReportReceipt>> {
  const outcome = await port.ask(async (adapter, call) => {
    if (!adapter.report) throw new AdapterError('unsupported');
    return (await adapter.report(port.state.discussion ?? NO_DISCUSSION, wanted, call)) ?? {};
  });
  if (outcome.type !== 'done') return outcome;
  const { alreadyReported, reference } = outcome.value;
  port.set(commentReported(port.state, wanted.id, { sent: alreadyReported ? 'earlier' : 'now', reference }));
  return outcome;
}

export async function withdrawReport(port: WritingPort, id: CommentId): Promise<Outcome<void>> {
  const outcome = await port.ask(async (adapter, call) => adapter.withdrawReport?.(port.state.discussion ?? NO_DISCUSSION, id, call));
  if (outcome.type === 'done') port.set(reportWithdrawn(port.state, id));
  return outcome;
}

export async function signIn(port: WritingPort): Promise<Outcome<Viewer | { readonly redirect: string }>> {
  const outcome = await port.ask(async (adapter, call) => {
    if (!adapter.signIn) throw new AdapterError('unsupported');
    return adapter.signIn(call);
  });
  if (outcome.type === 'done' && 'state' in outcome.value) port.viewerChanged(outcome.value);
  return outcome;
}

export async function signOut(port: WritingPort): Promise<Outcome<void>> {
  const outcome = await port.ask(async (adapter, call) => adapter.signOut?.(call));
  if (outcome.type === 'done') port.viewerChanged({ state: 'anonymous' });
  return outcome;
}

/** What a writer sees of a comment that the backend took without handing it back. */
function ownComment(
  { adapter, state }: WritingPort,
  { submitKey, parentId, body }: Intent,
  name: string | undefined,
  status: 'pending' | 'visible',
): Comment {
  const author = state.viewer.author ?? (name ? { name } : null);
  const can = { reply: false, edit: false, remove: false, vote: false, report: false };
  const createdAt = new Date().toISOString();
  return {
    id: `local:${submitKey}`,
    parentId,
    author,
    createdAt,
    status,
    can,
    body: { format: adapter.features?.input ?? 'text', value: body },
  };
}

/** A refusal tells more than that this post failed: the page's state follows it. */
function learn(port: WritingPort, { kind, message }: AdapterError): void {
  const { info } = port.state;
  if (kind === 'closed' || kind === 'disabled') {
    port.set({ ...port.state, info: { ...info, state: kind, stateMessage: message || info?.stateMessage, opensAt: undefined } });
  }
  if (kind === 'sign-in-required' || kind === 'session-expired') {
    const posting = { ...info?.posting, who: 'signed-in' } as const;
    port.set({ ...port.state, viewer: { state: 'anonymous' }, info: { state: 'open', ...info, posting } });
  }
}
