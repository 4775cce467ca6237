/** The pure steps from one state to the next that voting takes. */
import type { AdapterError, Comment, CommentId, Vote, Votes } from '../adapter.js';
import { commentChanged } from './comments.js';
import type { DiscussionState, Voting } from '../discussion/discussion-state.js';

/** What the viewer wants is shown as if the backend had taken it. A wish that was on its way gives way to this one. */
export function voteCast(state: DiscussionState, id: CommentId, value: Vote['value']): DiscussionState {
  return withVoting(state, id, { state: 'sending', votes: counted(commentOf(state, id)?.votes ?? {}, value) });
}

/** The backend has taken `sent`, and its numbers count. A newer wish stays on its way, unless that is what the backend has now. */
export function voteTaken(
  state: DiscussionState,
  id: CommentId,
  { votes, sent }: { readonly votes: Votes; readonly sent: Vote['value'] },
): DiscussionState {
  const comment = commentOf(state, id);
  const next = comment ? commentChanged(state, { ...comment, votes }) : state;
  const wish = wishOf(state, id);
  return withVoting(next, id, wish === sent || wish === votes.mine ? undefined : state.voting.get(id));
}

/** The vote was not taken: what the backend last said is shown again, and the newest wish is what may be tried again. */
export function voteRefused(state: DiscussionState, id: CommentId, error: AdapterError): DiscussionState {
  return withVoting(state, id, { state: 'failed', error, wanted: wishOf(state, id) ?? 0 });
}

/** The votes to show: the viewer's own counts while it is on its way, and no longer once it was refused. */
export function shownVotes({ id, votes }: Comment, { voting }: DiscussionState): Votes | undefined {
  const own = voting.get(id);
  return own?.state === 'sending' ? own.votes : votes;
}

/** What the viewer wants their vote on a comment to be; undefined where nothing is on its way. */
export function wishOf({ voting }: DiscussionState, id: CommentId): Vote['value'] | undefined {
  const own = voting.get(id);
  return own?.state === 'sending' ? own.votes.mine : undefined;
}

/** The viewer's own vote as the backend last told it; undefined where it cannot tell. */
export function knownVote(state: DiscussionState, id: CommentId): Votes['mine'] {
  return commentOf(state, id)?.votes?.mine;
}

/** The numbers once the viewer's vote is `value`. A number that the backend does not give stays unknown. */
function counted({ up, down, score, mine = 0 }: Votes, value: Vote['value']): Votes {
  // What others gave is never less than nothing, though a backend may count its viewer later than it names their vote.
  const moved = (all: number | undefined, way: Vote['value']): number | undefined =>
    all === undefined ? undefined : Math.max(0, all - Number(mine === way)) + Number(value === way);
  return { up: moved(up, 1), down: moved(down, -1), score: score === undefined ? undefined : score - mine + value, mine: value };
}

function commentOf({ comments, posted }: DiscussionState, id: CommentId): Comment | undefined {
  return comments.find((one) => one.id === id) ?? posted.find((one) => one.id === id);
}

function withVoting(state: DiscussionState, id: CommentId, own: Voting | undefined): DiscussionState {
  const voting = new Map(state.voting);
  if (own) voting.set(id, own);
  else voting.delete(id);
  return { ...state, voting };
}
