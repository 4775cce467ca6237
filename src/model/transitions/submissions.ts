/** State transitions for comments the viewer posts. */
import type { AdapterError, Comment } from '../adapter.js';
import { needsSignIn } from '../adapter-error.js';
import { type DiscussionState, isCounted, type Outgoing } from '../state/discussion-state.js';
import { closureLearned } from './viewer-actions.js';

/**
 * The smallest clock difference that counts, in milliseconds. A comment's time is older than its response, so a smaller difference
 * may be latency.
 */
const CLOCK_TOLERANCE = 30_000;

/** Adds the viewer's comment that the backend has accepted. The total grows only if all readers can see it. */
export function commentPosted(
  state: DiscussionState,
  comment: Comment,
  outcome: 'published' | 'pending' | 'invisible' = 'published',
): DiscussionState {
  const isKnown = [...state.comments, ...state.detached, ...state.posted].some(({ id }) => id === comment.id);
  if (isKnown) return state;
  // A live event may have arrived before the response, and been counted already.
  const waiting = state.waiting.filter(({ id }) => id !== comment.id);
  const isCountedAlready = waiting.length < state.waiting.length;
  const isAddedToTotal = !isCountedAlready && outcome === 'published' && isCounted(comment);
  return {
    ...state,
    waiting,
    posted: [...state.posted, comment],
    total: state.total !== undefined && isAddedToTotal ? state.total + 1 : state.total,
  };
}

/** Adds a comment on its way to the backend, or sends it again. */
export function outgoingAdded(state: DiscussionState, outgoing: Outgoing): DiscussionState {
  const others = state.outgoing.filter(({ submitKey }) => submitKey !== outgoing.submitKey);
  return { ...state, outgoing: [...others, outgoing] };
}

/** Marks an outgoing comment as failed. */
export function outgoingFailed(state: DiscussionState, submitKey: string): DiscussionState {
  const fail = (one: Outgoing): Outgoing => (one.submitKey === submitKey ? { ...one, delivery: 'failed' } : one);
  return { ...state, outgoing: state.outgoing.map(fail) };
}

/** Removes an outgoing comment. */
export function outgoingRemoved(state: DiscussionState, submitKey: string): DiscussionState {
  return { ...state, outgoing: state.outgoing.filter((one) => one.submitKey !== submitKey) };
}

/** Records what a refused submission shows: that posting requires a sign-in, or that the discussion is closed. */
export function submissionRefused(state: DiscussionState, error: AdapterError): DiscussionState {
  if (!needsSignIn(error)) return closureLearned(state, error);
  const posting = { ...state.info?.posting, who: 'signed-in' } as const;
  const viewer = { state: 'anonymous' } as const;
  const hasExpired = state.viewer.state === 'signed-in';
  return { ...state, viewer, hasExpired, info: { state: 'open', ...state.info, viewer, posting } };
}

/**
 * Derives the backend's clock from a comment that it has just dated, unless `open` has reported the time. `now`: this machine's clock,
 * in milliseconds since the epoch.
 */
export function clockLearned(state: DiscussionState, { createdAt }: Comment, now: number): DiscussionState {
  const clockOffset = Date.parse(createdAt) - now;
  const isSignificant = Math.abs(clockOffset - state.clockOffset) > CLOCK_TOLERANCE;
  return state.info?.now === undefined && isSignificant ? { ...state, clockOffset } : state;
}
