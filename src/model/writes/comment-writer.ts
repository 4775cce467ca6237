/** Changes to existing comments: edit, remove, restore, pin. */
import type { AdapterError, Comment, CommentId, Edit } from '../adapter.js';
import { callMethod } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { Outcome } from '../outcome.js';
import { editableText } from '../text/editable-text.js';
import { closureLearned } from '../transitions/closing.js';
import { commentReplaced, type Removal } from '../transitions/comments.js';
import { commentRemovedByViewer, commentRestored } from '../transitions/removals.js';
import { closedRefusal } from './closed-refusal.js';

/**
 * How an edit ended. `conflict`: the comment has changed in the meantime; `theirs` is its current version, if known.
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
      // The source is known here even if the backend returns only the rendered text.
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

/** Finds the text to start an edit with: the source, or else the nearest thing to it. */
export async function source(session: DiscussionSession, comment: Comment): Promise<Outcome<string>> {
  const { adapter } = session;
  if (comment.source !== undefined) return { type: 'done', value: comment.source };
  if (adapter.source) return callMethod(session, 'source', comment.id);
  const isSource = comment.body.format === adapter.features?.input;
  return { type: 'done', value: isSource ? comment.body.value : editableText(comment.body) };
}

/** Removes a comment. */
export async function remove(
  session: DiscussionSession,
  comment: Comment,
  by: Removal['by'],
): Promise<Outcome<{ readonly effect: Removal['effect']; readonly canRestore: boolean }>> {
  const outcome = await callMethod(session, 'remove', comment.id);
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
