import type { Features, Votes } from '../../model/adapter.js';
import type { StoredComment } from './discussion-record.js';

/**
 * The votes of all viewers. Missing numbers are derived from the others. If the comment came with `mine`, its numbers
 * include that vote, for each viewer who has not voted since.
 */
export function tally({ comment: { votes: given = {} }, votes = {} }: StoredComment): Required<Omit<Votes, 'mine'>> {
  const since = (value: 1 | -1): number =>
    Object.values(votes).reduce<number>((sum, vote) => sum + Number(vote === value) - Number(given.mine === value), 0);
  const before = given.up ?? Math.max(0, (given.score ?? 0) + (given.down ?? 0));
  const up = before + since(1);
  const down = (given.down ?? before - (given.score ?? before)) + since(-1);
  return { up, down, score: up - down };
}

/** The votes as the viewer sees them. */
export function votesOf(
  item: StoredComment,
  viewerKey: string,
  { votes, votesKnowViewer }: Features,
): Votes | undefined {
  const given = item.comment.votes;
  if (votes === 'none') return given;
  const all = tally(item);
  return {
    ...(votes === 'like' ? { up: all.up } : all),
    ...(votesKnowViewer !== false && { mine: item.votes?.[viewerKey] ?? given?.mine ?? 0 }),
  };
}
