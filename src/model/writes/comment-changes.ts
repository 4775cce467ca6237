/** Changes to existing comments: edit, remove, restore, pin, moderate. Loaded with the first of them: most writers make none. */
import type { AdapterError, Comment, CommentId, DecisionReasons, Edit } from '../adapter.js';
import { loadCode } from '../load-code.js';
import type { Outcome } from '../outcome.js';
import { callAdapter, callMethod } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { DiscussionState } from '../state/discussion-state.js';
import type { ModerationAction } from '../state/moderation-actions.js';
import { commentReplaced, commentsMapped, knownComment, type Removal } from '../transitions/comments.js';
import { commentRemovedByViewer, commentRestored } from '../transitions/removals.js';
import { closureLearned } from '../transitions/viewer-actions.js';
import { closedRefusal } from './discussion-writes.js';

/**
 * How an edit ended. `conflict`: the comment was changed by someone else. `theirs` is its current version, if known.
 */
export type EditOutcome =
  Outcome<Comment> | { readonly type: 'conflict'; readonly error: AdapterError; readonly theirs: Comment | undefined };

/** Edits a comment. On a conflict, it requests the current version. */
export async function edit(session: DiscussionSession, wanted: Edit): Promise<EditOutcome> {
  const outcome = closedRefusal(session) ?? (await callMethod(session, 'edit', wanted));
  switch (outcome.type) {
    case 'aborted':
      return outcome;
    case 'done':
      // The source is known even if the backend returns only the rendered text.
      return replaced(session, { ...outcome.value, source: outcome.value.source ?? wanted.body });
    case 'failed': {
      const { error } = outcome;
      session.set(closureLearned(session.state, error));
      if (error.kind !== 'conflict') return outcome;
      const current = await callMethod(session, 'get', wanted.id);
      if (current.type === 'aborted') return current;
      const theirs = current.type === 'done' ? current.value : undefined;
      if (theirs) session.set(commentReplaced(session.state, theirs));
      return { type: 'conflict', error, theirs };
    }
  }
}

/** Finds the text to edit: the source, otherwise the closest available text. */
export async function source(session: DiscussionSession, comment: Comment): Promise<Outcome<string>> {
  const { adapter } = session;
  if (comment.source !== undefined) return { type: 'done', value: comment.source };
  if (adapter.source) return callMethod(session, 'source', comment.id);
  if (comment.body.format === adapter.features?.input) return { type: 'done', value: comment.body.value };
  return callAdapter(session, async () => (await loadCode(import('../body-text.js'))).editableText(comment.body));
}

/** Removes a comment. */
export async function remove(
  session: DiscussionSession,
  comment: Comment,
  by: Removal['by'],
  decision: DecisionReasons | undefined,
): Promise<Outcome<{ readonly effect: Removal['effect']; readonly canRestore: boolean }>> {
  const outcome = await callMethod(session, 'remove', comment.id, decision);
  if (outcome.type !== 'done') return outcome;
  const { effect } = outcome.value;
  session.set(commentRemovedByViewer(session.state, comment, { effect, by }));
  return { type: 'done', value: { effect, canRestore: Boolean(session.adapter.restore) } };
}

/** Restores a comment the viewer has removed. */
export async function restore(session: DiscussionSession, id: CommentId): Promise<Outcome<Comment>> {
  const outcome = await callMethod(session, 'restore', id);
  if (outcome.type === 'done') session.set(commentRestored(session.state, outcome.value));
  return outcome;
}

/** Pins or unpins a comment. */
export async function pin(
  session: DiscussionSession,
  wanted: { readonly id: CommentId; readonly pinned: boolean },
): Promise<Outcome<Comment>> {
  const outcome = await callMethod(session, 'pin', wanted);
  return outcome.type === 'done' ? replaced(session, outcome.value) : outcome;
}

function replaced(session: DiscussionSession, comment: Comment): Outcome<Comment> {
  session.set(commentReplaced(session.state, comment));
  return { type: 'done', value: comment };
}

export interface ModerationChange {
  readonly id: CommentId;
  readonly action: ModerationAction;
  /** Undoes the action. */
  readonly isUndo: boolean;
  /** The reasons, if the backend accepts them for this action. */
  readonly decision?: DecisionReasons | undefined;
}

/** Carries out a moderator's action, or undoes it. */
export async function moderate(session: DiscussionSession, change: ModerationChange): Promise<Outcome<unknown>> {
  const outcome = await callFor(session, change);
  const { state } = session;
  if (outcome.type === 'done')
    // A ban returns no comment.
    session.set(
      outcome.value
        ? commentReplaced(state, outcome.value)
        : banChanged(state, change.id, change.isUndo ? undefined : {}),
    );
  return outcome;
}

/** Sets or lifts the ban of a comment's author, in all of their comments. A guest without an id has only this one. */
function banChanged(state: DiscussionState, id: CommentId, ban: Comment['ban']): DiscussionState {
  const author = knownComment(state, id)?.author?.id;
  return commentsMapped(state, (comment) =>
    comment.id === id || (author !== undefined && comment.author?.id === author) ? { ...comment, ban } : comment,
  );
}

function callFor(session: DiscussionSession, { id, action, isUndo, decision }: ModerationChange) {
  switch (action) {
    case 'approve':
    case 'reject':
      return callMethod(session, isUndo ? 'hold' : action, id, decision);
    case 'feature':
    case 'unfeature':
      return callMethod(session, 'feature', { id, featured: (action === 'feature') !== isUndo });
    case 'hide':
    case 'unhide':
      return callMethod(session, 'hide', { id, hidden: (action === 'hide') !== isUndo }, decision);
    case 'ban':
      return callMethod(session, 'ban', { id, banned: !isUndo }, decision);
  }
}
