/** The pure steps from one state to the next that writing and reporting take. */
import type { Comment, CommentId } from './adapter.js';
import type { DiscussionState, Outgoing, ReportRecord } from './discussion-state.js';

/** A comment of the viewer's own has been taken by the backend; only what all readers see counts. */
export function commentPosted(
  state: DiscussionState,
  comment: Comment,
  outcome: 'published' | 'pending' | 'invisible' = 'published',
): DiscussionState {
  const known = state.comments.some(({ id }) => id === comment.id) || state.posted.some(({ id }) => id === comment.id);
  if (known) return state;
  // A live backend may have told of it before it answered.
  const waiting = state.waiting.filter(({ id }) => id !== comment.id);
  const isCounted = waiting.length < state.waiting.length;
  const counts = !isCounted && outcome === 'published' && (comment.status ?? 'visible') === 'visible';
  return {
    ...state,
    waiting,
    posted: [...state.posted, comment],
    total: state.total !== undefined && counts ? state.total + 1 : state.total,
  };
}

export function outgoingAdded(state: DiscussionState, outgoing: Outgoing): DiscussionState {
  return { ...state, outgoing: [...state.outgoing.filter(({ submitKey }) => submitKey !== outgoing.submitKey), outgoing] };
}

export function outgoingFailed(state: DiscussionState, submitKey: string): DiscussionState {
  return { ...state, outgoing: state.outgoing.map((one) => (one.submitKey === submitKey ? { ...one, delivery: 'failed' } : one)) };
}

export function outgoingRemoved(state: DiscussionState, submitKey: string): DiscussionState {
  return { ...state, outgoing: state.outgoing.filter((one) => one.submitKey !== submitKey) };
}

export function commentReported(state: DiscussionState, id: CommentId, record: ReportRecord): DiscussionState {
  return { ...state, reports: new Map(state.reports).set(id, record) };
}

export function reportWithdrawn(state: DiscussionState, id: CommentId): DiscussionState {
  const reports = new Map(state.reports);
  reports.delete(id);
  return { ...state, reports };
}
