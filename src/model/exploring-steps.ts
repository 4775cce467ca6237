/** The pure steps from one state to the next that going deeper into a discussion takes. */
import type { Comment, CommentId, CommentPage } from './adapter.js';
import { type DiscussionState, pageArrived } from './discussion-state.js';

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
