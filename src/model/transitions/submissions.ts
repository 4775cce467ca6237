/** The pure steps from one state to the next that writing and reporting take. */
import type { AdapterError, Comment, CommentId, DiscussionInfo } from '../adapter.js';
import { commentRemoved } from './comments.js';
import { type DiscussionState, infoArrived, type Outgoing, type ReportRecord } from '../discussion/discussion-state.js';

/** What became of a removed comment's place, and who removed it. */
export type Removal = Parameters<typeof commentRemoved>[2];

/** How far the clocks may be apart before it matters: the way of an answer takes its time, too. In milliseconds. */
const CLOCK_TOLERANCE = 30_000;

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

/** This viewer has removed a comment. What it was is kept, for as long as it may be taken back. */
export function commentTakenOut(state: DiscussionState, comment: Comment, removal: Removal): DiscussionState {
  return { ...commentRemoved(state, comment.id, removal), removed: new Map(state.removed).set(comment.id, comment) };
}

/** A removal has been taken back: the comment is in its place again, or at the end where a new list has not even the place. */
export function commentRestored(state: DiscussionState, comment: Comment): DiscussionState {
  const { comments, posted, total } = state;
  const removed = new Map(state.removed);
  removed.delete(comment.id);
  const before = [...comments, ...posted].find(({ id }) => id === comment.id);
  const back = (list: readonly Comment[]): readonly Comment[] => list.map((one) => (one === before ? comment : one));
  const counts = ({ status = 'visible' }: Comment): boolean => status === 'visible';
  const isCounted = !counts(comment) || (before && counts(before));
  return {
    ...state,
    removed,
    comments: before ? back(comments) : [...comments, comment],
    posted: back(posted),
    total: total === undefined || isCounted ? total : total + 1,
  };
}

/** A refusal may say that the discussion takes nothing any more; the page's state follows it. */
export function closingLearned(state: DiscussionState, { kind, message }: AdapterError): DiscussionState {
  if (kind !== 'closed' && kind !== 'disabled') return state;
  const { info } = state;
  return { ...state, info: { ...info, state: kind, stateMessage: message || info?.stateMessage, opensAt: undefined } };
}

/** The discussion has been closed or opened by its viewer, who is the same one after it. */
export function closingChanged(state: DiscussionState, info: DiscussionInfo, now: number): DiscussionState {
  const { posting, can, policy, total } = state.info ?? {};
  return infoArrived(state, { viewer: state.viewer, posting, can, policy, total, ...info }, now);
}

/** The backend has just given a comment its time, which tells its clock where nothing else does. `now` is this machine's, in milliseconds since the epoch. */
export function clockLearned(state: DiscussionState, { createdAt }: Comment, now: number): DiscussionState {
  const clockOffset = Date.parse(createdAt) - now;
  const isNews = state.info?.now === undefined && Math.abs(clockOffset - state.clockOffset) > CLOCK_TOLERANCE;
  return isNews ? { ...state, clockOffset } : state;
}
