/** Posting one comment: carried to the backend, shown on its way, and found again where its end was in doubt. */
import type { AdapterError, Author, Call, Comment, CommentsAdapter, DiscussionRef } from '../adapter.js';
import { ask, refusedAsClosed } from '../call-adapter.js';
import type { DiscussionSession } from '../discussion/discussion-session.js';
import type { DiscussionState } from '../discussion/discussion-state.js';
import type { Outcome } from '../outcome.js';
import { deliver, type Intent, type SubmitOutcome } from './submission.js';
import { submissionMatcher } from './submission-matcher.js';
import { clockLearned, closingLearned, commentPosted, outgoingAdded, outgoingFailed, outgoingRemoved } from '../transitions/submissions.js';

/** Pages looked through for a comment that may be stored already, and top-level comments wanted in each. */
const PAGES_SEARCHED = 20;
const SEARCH_PAGE_SIZE = 100;

const NO_DISCUSSION: DiscussionRef = { key: '', url: '' };

export async function submit(port: DiscussionSession, intent: Intent): Promise<SubmitOutcome> {
  const { uncertainSince, ...draft } = intent;
  const { submitKey, parentId, guest } = draft;
  const { adapter, state } = port;
  const refused = refusedAsClosed(port);
  if (refused) return { ...refused, uncertain: uncertainSince !== undefined };
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
      port.set(refusalLearned((outcome.uncertain ? outgoingFailed : outgoingRemoved)(port.state, submitKey), outcome.error));
      return outcome;
    case 'rejected':
      port.set(outgoingRemoved(port.state, submitKey));
      return outcome;
    case 'published':
    case 'pending':
    case 'invisible': {
      const comment = outcome.comment ?? ownComment(adapter, draft, author, outcome.type === 'pending' ? 'pending' : 'visible');
      const next = commentPosted(outgoingRemoved(port.state, submitKey), comment, outcome.type);
      // After an earlier try it may be the comment of then, whose time says nothing about now.
      port.set(outcome.comment && uncertainSince === undefined ? clockLearned(next, comment, Date.now()) : next);
      return { ...outcome, comment };
    }
  }
}

export function findSubmitted(port: DiscussionSession, intent: Intent): Promise<Outcome<Comment | undefined>> {
  const isMine = submissionMatcher(intent, {
    adapter: port.adapter,
    author: writer(port, intent.guest),
    since: intent.uncertainSince ?? 0,
  });
  return ask(port, (_, call) => find(port, isMine, call));
}

/** Looks through the backend's list, from the end where a new comment would be if the backend can begin there. */
async function find(
  { adapter, state, list }: DiscussionSession,
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

function writer({ state }: DiscussionSession, guest: Intent['guest']): Author | undefined {
  return state.viewer.author ?? (guest?.name ? { name: guest.name } : undefined);
}

/** What a writer sees of a comment that the backend took without handing it back. */
function ownComment(
  { features }: CommentsAdapter,
  { submitKey, parentId, body }: Intent,
  author: Author | undefined,
  status: 'pending' | 'visible',
): Comment {
  const can = { reply: false, edit: false, remove: false, vote: false, report: false, pin: false };
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
function refusalLearned(state: DiscussionState, error: AdapterError): DiscussionState {
  if (error.kind !== 'sign-in-required' && error.kind !== 'session-expired') return closingLearned(state, error);
  const posting = { ...state.info?.posting, who: 'signed-in' } as const;
  const viewer = { state: 'anonymous' } as const;
  return { ...state, viewer, info: { state: 'open', ...state.info, viewer, posting } };
}
