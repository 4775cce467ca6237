/** State transitions for the viewer's votes. */
import type { AdapterError, CommentId, Vote, Votes } from '../adapter.js';
import { needsSignIn } from '../adapter-error.js';
import type { DiscussionState, UnconfirmedVote } from '../state/discussion-state.js';
import { commentReplaced, knownComment } from './comments.js';
import { closureLearned, viewerReplaced } from './viewer-actions.js';

/** Shows a vote as if the backend had accepted it. Replaces one still in flight. */
export function voteCast(state: DiscussionState, id: CommentId, value: Vote['value']): DiscussionState {
  return withUnconfirmed(state, id, { state: 'sending', votes: withVote(knownComment(state, id)?.votes ?? {}, value) });
}

/**
 * Records that the backend accepted `sent`, and its counts. A newer vote stays pending, unless it equals the one of the backend.
 */
export function voteAccepted(
  state: DiscussionState,
  id: CommentId,
  { votes, sent }: { readonly votes: Votes; readonly sent: Vote['value'] },
): DiscussionState {
  const comment = knownComment(state, id);
  const next = comment ? commentReplaced(state, { ...comment, votes }) : state;
  const pending = pendingVote(state, id);
  return withUnconfirmed(
    next,
    id,
    pending === sent || pending === votes.mine ? undefined : state.unconfirmedVotes.get(id),
  );
}

/** Shows the backend's last counts again. Remembers the pending vote for a retry. */
export function voteRefused(state: DiscussionState, id: CommentId, error: AdapterError): DiscussionState {
  const refused = withUnconfirmed(state, id, { state: 'failed', error, wanted: pendingVote(state, id) ?? 0 });
  if (!needsSignIn(error) || state.viewer.state !== 'signed-in') return closureLearned(refused, error);
  return { ...viewerReplaced(refused, { state: 'anonymous' }), hasExpired: true };
}

/** The viewer's vote that the backend has not confirmed yet. Undefined if no vote is pending. */
export function pendingVote({ unconfirmedVotes }: DiscussionState, id: CommentId): Vote['value'] | undefined {
  const own = unconfirmedVotes.get(id);
  return own?.state === 'sending' ? own.votes.mine : undefined;
}

/** The votes as the backend last reported them. Without `mine` if the backend does not know it. */
export function confirmedVotes(state: DiscussionState, id: CommentId): Votes | undefined {
  return knownComment(state, id)?.votes;
}

/** The counts after the viewer's vote has changed to `value`. Counts the backend does not report stay undefined. */
function withVote({ up, down, score, mine = 0 }: Votes, value: Vote['value']): Votes {
  // A backend may report the viewer's vote before it counts it, so the votes of others must not drop below zero.
  const count = (all: number | undefined, direction: Vote['value']): number | undefined =>
    all === undefined ? undefined : Math.max(0, all - Number(mine === direction)) + Number(value === direction);
  return {
    up: count(up, 1),
    down: count(down, -1),
    score: score === undefined ? undefined : score - mine + value,
    mine: value,
  };
}

function withUnconfirmed(state: DiscussionState, id: CommentId, own: UnconfirmedVote | undefined): DiscussionState {
  const unconfirmedVotes = new Map(state.unconfirmedVotes);
  if (own) unconfirmedVotes.set(id, own);
  else unconfirmedVotes.delete(id);
  return { ...state, unconfirmedVotes };
}
