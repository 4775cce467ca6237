import type { Features, Votes } from '../../model/adapter.js';
import type { StoredComment } from './discussion-record.js';

/**
 * The votes of everybody. Numbers that the comment was put in without follow from the others. One that was put in with
 * `mine` counts it already, for each viewer who has not voted since.
 */
export function tally({ comment: { votes: given = {} }, votes = {} }: StoredComment): Required<Omit<Votes, 'mine'>> {
  const since = (value: 1 | -1): number =>
    Object.values(votes).reduce<number>((sum, vote) => sum + Number(vote === value) - Number(given.mine === value), 0);
  const before = given.up ?? Math.max(0, (given.score ?? 0) + (given.down ?? 0));
  const up = before + since(1);
  const down = (given.down ?? before - (given.score ?? before)) + since(-1);
  return { up, down, score: up - down };
}

/** The votes as `reader` gets them. */
export function votesOf(item: StoredComment, reader: string, { votes, votesKnowViewer }: Features): Votes | undefined {
  const given = item.comment.votes;
  if (votes === 'none') return given;
  const all = tally(item);
  return {
    ...(votes === 'like' ? { up: all.up } : all),
    ...(votesKnowViewer !== false && { mine: item.votes?.[reader] ?? given?.mine ?? 0 }),
  };
}
