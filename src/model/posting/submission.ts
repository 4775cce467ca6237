/** Posting a comment: sending it once. */
import {
  AdapterError,
  type Author,
  type Call,
  type Comment,
  type CommentsAdapter,
  type Draft,
  type SubmitResult,
  type Viewer,
} from '../adapter.js';
import { callAdapter } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { loadCode } from '../load-code.js';
import { mayBeStored, type Outcome } from '../outcome.js';
import {
  clockLearned,
  commentPosted,
  outgoingAdded,
  outgoingFailed,
  outgoingRemoved,
  submissionRefused,
} from '../transitions/submissions.js';
import { closedRefusal } from '../writes/discussion-writes.js';
import { foundAs, type Intent, isAccepted, type SubmitOutcome } from './submit-outcome.js';

/** How a submission ended whose session goes on. */
type Settled = Exclude<SubmitOutcome, { readonly type: 'aborted' }>;

/** Searches for the comment that an earlier attempt at `intent` may have stored. */
async function findStored(
  session: DiscussionSession,
  intent: Intent,
  author: Author | undefined,
  call: Call,
): Promise<Comment | undefined> {
  const code = await loadCode(import('./stored-comment.js'));
  return code.findStored(session, intent, { author, since: intent.uncertainSince ?? 0 }, call);
}

/** Posts a comment, and shows it in the list while it is on its way. */
export async function submit(session: DiscussionSession, intent: Intent): Promise<SubmitOutcome> {
  if (session.signal.aborted) return { type: 'aborted' };
  const { uncertainSince, viewer = session.state.viewer, ...draft } = intent;
  const { submitKey, parentId, guest } = draft;
  const { adapter, discussion, state } = session;
  const refusal = closedRefusal(session);
  if (refusal) return { ...refusal, uncertain: uncertainSince !== undefined };
  // Captured now: another viewer may be signed in when the response arrives.
  const author = authorOf(viewer, guest);
  const authorId = viewer.state === 'anonymous' ? null : viewer.author?.id;
  session.set(outgoingAdded(state, { submitKey, parentId, body: draft.body, name: author?.name, delivery: 'sending' }));
  const response = await callAdapter(session, (call) =>
    submitOnce(
      { ...draft, discussion, ...(authorId !== undefined && { authorId }) },
      { uncertainSince },
      {
        adapter,
        isSameViewer: () => isSameViewer(session.state.viewer, viewer),
        search: () => findStored(session, intent, author, call),
      },
      call,
    ),
  );
  if (response.type === 'aborted') return response;
  const outcome: Settled = response.type === 'done' ? response.value : { ...response, uncertain: true };
  if (isAccepted(outcome)) {
    const status = outcome.type === 'pending' ? 'pending' : 'visible';
    const comment = outcome.comment ?? localComment(adapter, draft, author, status);
    const next = commentPosted(outgoingRemoved(session.state, submitKey), comment, outcome.type);
    // After a retry, the comment may date from an earlier attempt and says nothing about the current time.
    const isJustDated = outcome.comment && uncertainSince === undefined;
    session.set(isJustDated ? clockLearned(next, comment, Date.now()) : next);
    return { ...outcome, comment };
  }
  // A refused comment goes back to the form, with the reason. One that may be stored also stays in the list.
  const settle = outcome.type === 'failed' && outcome.uncertain ? outgoingFailed : outgoingRemoved;
  const settled = settle(session.state, submitKey);
  // A refusal of this viewer says nothing about another who has signed in since.
  const isRefused = outcome.type === 'failed' && isSameViewer(session.state.viewer, viewer);
  session.set(isRefused ? submissionRefused(settled, outcome.error) : settled);
  return outcome;
}

/** Searches for a comment whose submission ended without a clear result. */
export function findSubmitted(session: DiscussionSession, intent: Intent): Promise<Outcome<Comment | undefined>> {
  const author = authorOf(intent.viewer ?? session.state.viewer, intent.guest);
  return callAdapter(session, (call) => findStored(session, intent, author, call));
}

interface Delivery {
  readonly adapter: CommentsAdapter;
  /** Returns true while the viewer who posts the comment is signed in. */
  readonly isSameViewer: () => boolean;
  /** Searches the backend's list for the comment that an earlier attempt may have stored. */
  readonly search: () => Promise<Comment | undefined>;
}

/**
 * Submits a draft so that it is stored once, whatever the network does. On a retry after an uncertain attempt, it first searches
 * the list if the backend would store the comment twice. Rejects with the reason of the call's signal.
 */
export async function submitOnce(
  draft: Draft,
  { uncertainSince }: Pick<Intent, 'uncertainSince'>,
  { adapter, isSameViewer, search }: Delivery,
  call: Call,
): Promise<Settled> {
  try {
    if (uncertainSince !== undefined && (adapter.features?.idempotency ?? 'none') === 'none') {
      const stored = await search();
      if (stored) return foundAs(stored);
    }
    if (!isSameViewer()) return { type: 'viewer-changed' };
    if (!adapter.submit) throw new AdapterError('unsupported');
    return toOutcome(await adapter.submit(draft, call));
  } catch (thrown) {
    if (call.signal.aborted || !(thrown instanceof AdapterError)) throw thrown;
    if (thrown.kind === 'rejected') return { type: 'rejected', reason: thrown.message || undefined };
    if (thrown.kind === 'duplicate' && uncertainSince !== undefined) {
      // A backend that refuses the duplicate has stored the first. If no list contains it, it is held for review.
      const stored = await search().catch(() => undefined);
      return stored ? foundAs(stored) : { type: 'pending' };
    }
    return { type: 'failed', error: thrown, uncertain: uncertainSince !== undefined || mayBeStored(thrown) };
  }
}

function toOutcome(result: SubmitResult): Settled {
  const { outcome: type, comment, reason } = result;
  return type === 'rejected' ? { type, reason } : { type, comment, reason };
}

function authorOf({ author }: Viewer, guest: Intent['guest']): Author | undefined {
  return author ?? (guest?.name ? { name: guest.name } : undefined);
}

function isSameViewer({ author: one }: Viewer, { author: other }: Viewer): boolean {
  return one?.id === other?.id && (one?.id !== undefined || one?.name === other?.name);
}

/** Stands in for a comment that the backend accepted without returning it. */
function localComment(
  { features }: CommentsAdapter,
  { submitKey, parentId, body }: Intent,
  author: Author | undefined,
  status: 'pending' | 'visible',
): Comment {
  return {
    id: `local:${submitKey}`,
    parentId,
    author,
    createdAt: new Date().toISOString(),
    status,
    can: { reply: false, edit: false, remove: false, vote: false, report: false, pin: false },
    body: { format: features?.input ?? 'text', value: body },
  };
}
