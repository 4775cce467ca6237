/** Requests comments outside the pages of the list: more replies, and the target of a permalink. */
import type { Comment, CommentId } from '../adapter.js';
import type { Outcome } from '../outcome.js';
import { applyResponse } from '../state/apply-response.js';
import { callMethod } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { allComments, type DiscussionState, type Progress } from '../state/discussion-state.js';
import { branchLoaded, repliesLoaded } from '../transitions/replies.js';

/** The largest number of comments to load for one branch. */
const MAX_BRANCH_LENGTH = 100;

/** Loads more replies to a comment. Resolves with those that are new, and adds their ids to `loadedIds`. */
export async function loadReplies(
  session: DiscussionSession,
  parentId: CommentId,
  loadedIds: Set<CommentId>,
): Promise<Outcome<readonly Comment[]>> {
  const cursorIn = (state: DiscussionState): string | undefined =>
    allComments(state).find(({ id }) => id === parentId)?.replies?.next;
  const withProgress = (progress: Progress): DiscussionState => ({
    ...session.state,
    branches: new Map(session.state.branches).set(parentId, progress),
  });
  const cursor = cursorIn(session.state);
  if (cursor === undefined) return { type: 'done', value: [] };
  session.set(withProgress({ state: 'loading' }));
  const { signal } = session;
  let added: readonly Comment[] = [];
  const outcome = await applyResponse(session, {
    signal,
    send: (call) => session.list({ parentId, cursor }, call),
    onResponse: (page) => {
      const { state } = session;
      // A reload may have changed the cursor. These replies then do not continue the list.
      if (cursorIn(state) !== cursor) return undefined;
      const loaded = repliesLoaded(state, parentId, page);
      const known = new Set(allComments(state).map(({ id }) => id));
      added = allComments(loaded).filter(({ id }) => !known.has(id));
      for (const { id } of added) loadedIds.add(id);
      return loaded;
    },
    onFailure: (error) => withProgress({ state: 'failed', error }),
  });
  if (outcome.type === 'failed' || (outcome.type === 'aborted' && signal.aborted)) return outcome;
  return { type: 'done', value: added };
}

/**
 * Loads one comment and its missing ancestors, and adds their ids to `loadedIds`. Resolves with undefined if the backend has no
 * such comment.
 */
export async function loadBranch(
  session: DiscussionSession,
  id: CommentId,
  loadedIds: Set<CommentId>,
): Promise<Outcome<Comment | undefined>> {
  for (;;) {
    const { viewerSignal } = session;
    const outcome = await requestBranch(session, id);
    if (session.signal.aborted) return { type: 'aborted' };
    // The response was for the previous viewer.
    if (viewerSignal.aborted) continue;
    if (outcome.type === 'failed' && outcome.error.kind === 'not-found') return { type: 'done', value: undefined };
    if (outcome.type !== 'done') return outcome;
    session.set(branchLoaded(session.state, outcome.value.toReversed()));
    for (const comment of outcome.value) loadedIds.add(comment.id);
    return { type: 'done', value: outcome.value[0] };
  }
}

/** Requests one comment and its missing ancestors. Resolves with the comment first, then its parent, and so on upwards. */
async function requestBranch(session: DiscussionSession, id: CommentId): Promise<Outcome<readonly Comment[]>> {
  const outcome = await callMethod(session, 'get', id);
  if (outcome.type !== 'done') return outcome;
  const target = outcome.value;
  const branch = new Map([[target.id, target]]);
  let top = target;
  while (top.parentId && !branch.has(top.parentId) && branch.size < MAX_BRANCH_LENGTH && !session.signal.aborted) {
    const parent = await findOrLoad(session, top.parentId);
    // A comment without some of its ancestors is better than none.
    if (!parent) break;
    branch.set(parent.id, parent);
    top = parent;
  }
  return { type: 'done', value: [...branch.values()] };
}

async function findOrLoad(session: DiscussionSession, id: CommentId): Promise<Comment | undefined> {
  const known = allComments(session.state).find((comment) => comment.id === id);
  if (known) return known;
  const outcome = await callMethod(session, 'get', id);
  return outcome.type === 'done' ? outcome.value : undefined;
}
