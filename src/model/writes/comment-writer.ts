/** What a writer does with single comments that are there already. */
import type { AdapterError, Comment, CommentId, Edit } from '../adapter.js';
import { askFor, refusedAsClosed } from '../call-adapter.js';
import { commentChanged } from '../transitions/comments.js';
import type { DiscussionSession } from '../discussion/discussion-session.js';
import type { Outcome } from '../outcome.js';
import { editableText } from '../text/editable-text.js';
import { closingLearned, commentRestored, commentTakenOut, type Removal } from '../transitions/submissions.js';

/** How an edit ended. `conflict`: somebody else changed the comment meanwhile; `theirs` is how it is now, where that can be learned. */
export type EditOutcome =
  Outcome<Comment> | { readonly type: 'conflict'; readonly error: AdapterError; readonly theirs: Comment | undefined };

export async function edit(port: DiscussionSession, wanted: Edit): Promise<EditOutcome> {
  const outcome = refusedAsClosed(port) ?? (await askFor(port, 'edit', wanted));
  switch (outcome.type) {
    case 'aborted':
      return outcome;
    case 'done':
      // What was typed is known here even where the backend answers with nothing but what it made of it.
      return changed(port, { ...outcome.value, source: outcome.value.source ?? wanted.body });
    case 'failed': {
      const { error } = outcome;
      port.set(closingLearned(port.state, error));
      if (error.kind !== 'conflict') return outcome;
      const present = await askFor(port, 'get', wanted.id);
      if (present.type === 'aborted') return present;
      const theirs = present.type === 'done' ? present.value : undefined;
      if (theirs) port.set(commentChanged(port.state, theirs));
      return { type: 'conflict', error, theirs };
    }
  }
}

/** The text to edit a comment by. */
export async function source(port: DiscussionSession, { id, body, source: typed }: Comment): Promise<Outcome<string>> {
  const { adapter } = port;
  if (typed === undefined && adapter.source) return askFor(port, 'source', id);
  return { type: 'done', value: typed ?? (body.format === adapter.features?.input ? body.value : editableText(body)) };
}

export async function remove(
  port: DiscussionSession,
  comment: Comment,
  by: 'author' | 'editors',
): Promise<Outcome<{ readonly effect: Removal['effect']; readonly canRestore: boolean }>> {
  const outcome = await askFor(port, 'remove', comment.id);
  if (outcome.type !== 'done') return outcome;
  const { effect } = outcome.value;
  port.set(commentTakenOut(port.state, comment, { effect, by }));
  return { type: 'done', value: { effect, canRestore: Boolean(port.adapter.restore) } };
}

export async function restore(port: DiscussionSession, id: CommentId): Promise<Outcome<Comment>> {
  const outcome = await askFor(port, 'restore', id);
  if (outcome.type === 'done') port.set(commentRestored(port.state, outcome.value));
  return outcome;
}

export async function pin(
  port: DiscussionSession,
  wanted: { readonly id: CommentId; readonly pinned: boolean },
): Promise<Outcome<Comment>> {
  const outcome = await askFor(port, 'pin', wanted);
  return outcome.type === 'done' ? changed(port, outcome.value) : outcome;
}

function changed(port: DiscussionSession, comment: Comment): Outcome<Comment> {
  port.set(commentChanged(port.state, comment));
  return { type: 'done', value: comment };
}
