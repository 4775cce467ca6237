/** Posting a comment: shows it while it is in flight, sends it once, and can search for one whose fate is unknown. */
import type { Author, Call, Comment, CommentsAdapter, Viewer } from '../adapter.js';
import type { Outcome } from '../outcome.js';
import { callAdapter } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import {
  clockLearned,
  commentPosted,
  outgoingAdded,
  outgoingFailed,
  outgoingRemoved,
  submissionRefused,
} from '../transitions/submissions.js';
import { closedRefusal } from './discussion-writes.js';
import type { Intent, SubmitOutcome } from './submission.js';
import { submissionMatcher } from './submission-matcher.js';
import { submitOnce } from './submit-once.js';

/** The extent of a search for a comment that may already be stored. */
const MAX_PAGES = 20;
const PAGE_SIZE = 100;

/** Posts a comment. */
export async function submit(session: DiscussionSession, intent: Intent): Promise<SubmitOutcome> {
  if (session.signal.aborted) return { type: 'aborted' };
  const { uncertainSince, viewer = session.state.viewer, ...draft } = intent;
  const { submitKey, parentId, guest } = draft;
  const { adapter, discussion, state } = session;
  const refusal = closedRefusal(session);
  if (refusal) return { ...refusal, uncertain: uncertainSince !== undefined };
  // Captured now: someone else may be signed in when the response arrives.
  const author = authorOf(viewer, guest);
  const authorId = viewer.state === 'anonymous' ? null : viewer.author?.id;
  session.set(outgoingAdded(state, { submitKey, parentId, body: draft.body, name: author?.name, delivery: 'sending' }));
  const response = await callAdapter(session, (_, call) =>
    submitOnce(
      { ...draft, discussion, ...(authorId !== undefined && { authorId }) },
      { uncertainSince },
      {
        adapter,
        author,
        isSameViewer: () => isSameViewer(session.state.viewer, viewer),
        find: (matches) => findComment(session, matches, call),
      },
      call,
    ),
  );
  const outcome: SubmitOutcome =
    response.type === 'done'
      ? response.value
      : response.type === 'failed'
        ? { ...response, uncertain: true }
        : response;
  switch (outcome.type) {
    case 'aborted':
      return outcome;
    case 'failed': {
      // A comment that was refused is back in the form, with the reason. One that may be stored also stays in the list.
      const settle = outcome.uncertain ? outgoingFailed : outgoingRemoved;
      const settled = settle(session.state, submitKey);
      // A refusal of this viewer says nothing about whoever has signed in since.
      const isCurrent = isSameViewer(session.state.viewer, viewer);
      session.set(isCurrent ? submissionRefused(settled, outcome.error) : settled);
      return outcome;
    }
    case 'viewer-changed':
    case 'rejected':
      session.set(outgoingRemoved(session.state, submitKey));
      return outcome;
    case 'published':
    case 'pending':
    case 'invisible': {
      const status = outcome.type === 'pending' ? 'pending' : 'visible';
      const comment = outcome.comment ?? localComment(adapter, draft, author, status);
      const next = commentPosted(outgoingRemoved(session.state, submitKey), comment, outcome.type);
      // After a retry, the comment may date from an earlier attempt and says nothing about the current time.
      const isJustDated = outcome.comment && uncertainSince === undefined;
      session.set(isJustDated ? clockLearned(next, comment, Date.now()) : next);
      return { ...outcome, comment };
    }
  }
}

/** Searches for a comment whose submission ended without a clear result. */
export function findSubmitted(session: DiscussionSession, intent: Intent): Promise<Outcome<Comment | undefined>> {
  const matches = submissionMatcher(intent, {
    adapter: session.adapter,
    author: authorOf(intent.viewer ?? session.state.viewer, intent.guest),
    since: intent.uncertainSince ?? 0,
  });
  return callAdapter(session, (_, call) => findComment(session, matches, call));
}

/** Searches the backend's list, newest first if the backend can sort so. */
async function findComment(
  { adapter, state, list }: DiscussionSession,
  matches: (comment: Comment) => boolean,
  call: Call,
): Promise<Comment | undefined> {
  const sort = adapter.features?.sorts?.includes('newest') ? 'newest' : state.sort;
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { items, next } = await list({ sort, cursor, limit: PAGE_SIZE }, call);
    const found = items.find(matches);
    if (found || next === undefined || next === cursor) return found;
    cursor = next;
  }
  return undefined;
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
