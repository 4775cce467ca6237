import type { Comment, Votes } from '../adapter.js';
import type { DiscussionState } from '../discussion/discussion-state.js';

/** The votes to show: the viewer's own counts while it is on its way, and no longer once it was refused. */
export function shownVotes({ id, votes }: Comment, { voting }: DiscussionState): Votes | undefined {
  const own = voting.get(id);
  return own?.state === 'sending' ? own.votes : votes;
}
