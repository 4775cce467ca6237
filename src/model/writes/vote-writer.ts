import { AdapterError, type CommentId, type Vote, type Votes } from '../adapter.js';
import type { Outcome } from '../outcome.js';
import { callMethod } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { confirmedVotes, pendingVote, voteAccepted, voteRefused } from '../transitions/votes.js';
import { closedRefusal } from './discussion-writes.js';

/**
 * Sends the viewer's pending vote on a comment. A vote cast while the request is in flight stays pending and requires another call.
 */
export async function sendVote(session: DiscussionSession, id: CommentId): Promise<Outcome<Votes>> {
  const { unconfirmedVotes, viewer } = session.state;
  const sent = pendingVote(session.state, id);
  if (sent === undefined) return { type: 'aborted' };
  const before = unconfirmedVotes.get(id);
  const outcome = closedRefusal(session) ?? (await requestVote(session, id, sent));
  // If another viewer has signed in and voted, this result does not apply to their vote.
  const isForAnotherViewer =
    session.state.unconfirmedVotes.get(id) !== before && session.state.viewer.author?.id !== viewer.author?.id;
  if (outcome.type === 'aborted' || isForAnotherViewer || !session.state.unconfirmedVotes.has(id)) return outcome;
  session.set(
    outcome.type === 'done'
      ? voteAccepted(session.state, id, { votes: outcome.value, sent })
      : voteRefused(session.state, id, outcome.error),
  );
  return outcome;
}

async function requestVote(session: DiscussionSession, id: CommentId, value: Vote['value']): Promise<Outcome<Votes>> {
  const before = confirmedVotes(session.state, id);
  const outcome = await callMethod(session, 'vote', { id, value, was: before?.mine });
  if (outcome.type !== 'done') return outcome;
  // A backend that cannot report the viewer's vote may already count a vote of theirs from another visit.
  if (session.adapter.features?.votesKnowViewer === false && netOf(outcome.value) === netOf(before))
    return { type: 'failed', error: new AdapterError('duplicate') };
  // If the backend cannot report the viewer's vote, it is the one it has just accepted.
  return { type: 'done', value: { ...outcome.value, mine: outcome.value.mine ?? value } };
}

/** The upvotes minus the downvotes. Every vote that counts changes it. NaN if unknown, which equals nothing. */
const netOf = ({ up = NaN, down = 0, score = up - down }: Votes = {}): number => score;
