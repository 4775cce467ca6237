/** State transitions for the filtered list: a selection that is shown in place of all comments. */
import type { CommentPage, Filter } from '../adapter.js';
import { allComments, type DiscussionState, type Selection, UNOPENED } from '../state/discussion-state.js';
import { commentReplaced, knownComment, knownComments } from './comments.js';
import { reportsWith } from './loading.js';

/** Replaces the selection by its first page. `before`: the state when the page was requested, in its order. */
export function selectionLoaded(
  state: DiscussionState,
  page: CommentPage,
  { filter, before }: { readonly filter: Filter; readonly before: DiscussionState },
): DiscussionState {
  const start = { filter, sort: before.sort, items: [], more: UNOPENED.more, next: undefined };
  return { ...withPage(withLatest(state, page, before), page, start), filtering: UNOPENED.filtering };
}

/** Appends a page to the selection. Skips comments that are in it already: pages shift when others post. */
export function selectionExtended(
  state: DiscussionState,
  page: CommentPage,
  { before }: { readonly before: DiscussionState },
): DiscussionState {
  const updated = withLatest(state, page, before);
  return updated.selection ? withPage(updated, page, updated.selection) : updated;
}

/** Updates selected comments after a page of the list, or of replies, has loaded. */
export function selectionUpdated(state: DiscussionState): DiscussionState {
  const { selection } = state;
  if (!selection) return state;
  const listed = new Map(allComments(state).map((comment) => [comment.id, comment]));
  const items = selection.items.map((comment) => listed.get(comment.id) ?? comment);
  const isUnchanged = items.every((comment, index) => comment === selection.items[index]);
  return isUnchanged ? state : { ...state, selection: { ...selection, items } };
}

/** Updates known comments to their versions in the page, except for those that have changed since the request. */
function withLatest(state: DiscussionState, page: CommentPage, before: DiscussionState): DiscussionState {
  const knownBefore = knownComments(before);
  return page.items.reduce((updated, comment) => {
    const known = knownComment(updated, comment.id);
    // The page does not show which replies are loaded.
    return known && knownBefore.has(known) ? commentReplaced(updated, { ...comment, replies: known.replies }) : updated;
  }, state);
}

function withPage(state: DiscussionState, page: CommentPage, selection: Selection): DiscussionState {
  const ids = new Set(selection.items.map(({ id }) => id));
  const added = page.items.filter(({ id }) => !ids.has(id) && ids.add(id));
  const items = [...selection.items, ...added.map((comment) => knownComment(state, comment.id) ?? comment)];
  // A cursor that repeats would offer more forever.
  const next = page.next === selection.next ? undefined : page.next;
  return {
    ...state,
    selection: {
      ...selection,
      items,
      total: page.total ?? selection.total,
      next,
      more: { state: next === undefined ? 'idle' : 'ready' },
    },
    reports: reportsWith(state.reports, added),
  };
}
