import type { CommentId, Vote, Votes } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

/** The backend has recorded the viewer's vote. */
export class CommentsVoteEvent extends Event {
  constructor(
    readonly id: CommentId,
    /** 0: the vote was withdrawn. */
    readonly value: Vote['value'],
    /** The votes after the change. */
    readonly votes: Votes,
  ) {
    super('comments-vote', PUBLIC);
  }
}
