/** The pure steps from one state to the next that going deeper into a discussion takes. */
import type { Comment, CommentId, CommentPage } from '../adapter.js';
import { repliesStill } from './comments.js';
import { type DiscussionState, pageArrived } from '../discussion/discussion-state.js';

/** Further replies to a comment have arrived. They come after the others; one that is there already is not shown twice. */
export function repliesArrived(state: DiscussionState, parentId: CommentId, page: CommentPage): DiscussionState {
  const found = branchFound(state, page.items);
  const more = (list: readonly Comment[]): readonly Comment[] =>
    list.map((comment) => {
      if (comment.id !== parentId) return comment;
      const { total, next } = comment.replies ?? {};
      // A cursor that leads to itself and brings nothing would have the reader ask for ever.
      const isStuck = page.next === next && found.comments.length === state.comments.length;
      return { ...comment, replies: { total: page.total ?? total, next: isStuck ? undefined : page.next } };
    });
  const branches = new Map(found.branches);
  branches.delete(parentId);
  return { ...found, comments: more(found.comments), posted: more(found.posted), branches };
}

/**
 * A comment has been found that the pages so far lack, with those it answers. They come before what a later page brings.
 * What was posted here stays what it is: a held comment is in no list.
 */
export function branchFound(state: DiscussionState, line: readonly Comment[]): DiscussionState {
  const { posted, next, more, total, truncated } = state;
  const items = line.filter(({ id }) => posted.every((one) => one.id !== id));
  // Neither a page nor its end: only what it takes to show comments.
  return { ...pageArrived({ ...state, next: undefined }, { items }), next, more, total, truncated };
}

/**
 * The list has been asked for again, and its pages lack what was loaded `beyond` them: replies to comments that still have more
 * of them, and comments that a link has led to. All that stays as it was `before`, unless somebody else sits there now.
 */
export function unfoldedStill(state: DiscussionState, before: DiscussionState, beyond: ReadonlySet<CommentId>): DiscussionState {
  const [was, is] = [before, state].map(({ viewer }) => viewer.author?.id);
  if (was !== undefined && was !== is) return state;
  const there = new Map(state.comments.map((comment) => [comment.id, comment]));
  const kept: Comment[] = [];
  for (const comment of before.comments) {
    const { id, parentId } = comment;
    const parent = there.get(parentId ?? '');
    const next = parentId ? (parent && kept.includes(parent) ? '' : parent?.replies?.next) : state.next;
    if (there.has(id) || !beyond.has(id) || next === undefined) continue;
    // Whoever has signed in may do something else with it.
    const still = was === is ? comment : { ...comment, can: undefined };
    kept.push(still);
    there.set(id, still);
  }
  if (kept.length === 0) return state;
  const comments = state.comments.map((comment) => {
    const isUnfolded = kept.some(({ parentId }) => parentId === comment.id);
    const { replies } = (isUnfolded && before.comments.find(({ id }) => id === comment.id)) || {};
    return replies ? { ...comment, replies: repliesStill(replies, comment.replies) } : comment;
  });
  return branchFound({ ...state, comments }, kept);
}
