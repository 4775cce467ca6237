import type { CommentId, Vote, Votes } from '../adapter.js';
import { askFor, refusedAsClosed } from '../call-adapter.js';
import type { DiscussionSession } from '../discussion/discussion-session.js';
import type { Outcome } from '../outcome.js';
import { knownVote, voteRefused, voteTaken, wishOf } from '../transitions/votes.js';
import { closingLearned } from '../transitions/submissions.js';
import { wrongAnswer } from '../wrong-answer.js';

/**
 * Carries what the viewer wants of one comment's votes to the backend, once. What they come to want meanwhile is still
 * on its way in the state afterwards, for the next call.
 */
export async function sendVote(port: DiscussionSession, id: CommentId): Promise<Outcome<Votes>> {
  const { voting, viewer } = port.state;
  const sent = wishOf(port.state, id);
  if (sent === undefined) return { type: 'aborted' };
  const press = voting.get(id);
  const outcome = refusedAsClosed(port) ?? (await taken(port, id, sent));
  // Where another person reads now, neither this answer nor this failure is theirs; what they want is sent after it.
  const isTheirs = port.state.voting.get(id) !== press && port.state.viewer.author?.id !== viewer.author?.id;
  if (outcome.type === 'aborted' || isTheirs || !port.state.voting.has(id)) return outcome;
  port.set(
    outcome.type === 'done'
      ? voteTaken(port.state, id, { votes: outcome.value, sent })
      : closingLearned(voteRefused(port.state, id, outcome.error), outcome.error),
  );
  return outcome;
}

async function taken(port: DiscussionSession, id: CommentId, value: Vote['value']): Promise<Outcome<Votes>> {
  const outcome = await askFor(port, 'vote', { id, value, was: knownVote(port.state, id) });
  if (outcome.type !== 'done') return outcome;
  const votes = outcome.value as unknown;
  if (typeof votes !== 'object' || !votes) return { type: 'failed', error: wrongAnswer('vote', votes) };
  // A backend that cannot tell the viewer's vote has just been told.
  return { type: 'done', value: { ...votes, mine: outcome.value.mine ?? value } };
}
