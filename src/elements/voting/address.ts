/** The vote in the address of the page. */
import type { CommentId } from '../../model/adapter.js';
import type { Command } from '../../presentation/command.js';
import type { Section } from '../section.js';

/** In an address, between a comment and a vote that waits for its voter to sign in: `#comment-12&vote=1`. */
export const VOTE = '&vote=';

/** Goes on with the vote on the comment in the address. */
export function voteInAddress(_section: Section, id: CommentId): Command | undefined {
  return location.hash.includes(VOTE) ? { type: 'return-to-vote', id } : undefined;
}
