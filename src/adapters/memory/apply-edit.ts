import type { Comment, Edit } from '../../model/adapter.js';
import { createdAt } from './discussion-entries.js';
import type { StoredComment } from './discussion-record.js';
import { refusal } from './errors.js';
import type { MemoryBackend } from './memory-backend.js';
import { validateBody, requirePostingRights } from './validate-draft.js';

/** When a comment can no longer be edited, in milliseconds since 1970. */
export const editableUntil = (comment: Comment, editWindow = 300): number =>
  Date.parse(comment.editableUntil ?? '') || createdAt(comment) + editWindow * 1000;

/** The revision of a comment. Comments that were added without one are at revision 1. */
export const revisionOf = ({ revision = '1' }: Comment): string => revision;

/** Replaces the text of the viewer's own comment. */
export function applyEdit(backend: MemoryBackend, key: string, { id, body, revision }: Edit): StoredComment {
  const { features, info, options } = backend;
  const entry = backend.findReadable(key, id);
  const { comment } = entry;
  if (entry.by !== backend.viewerKey) throw refusal('forbidden', 'You cannot edit this comment.');
  // The edit of a retry after a lost response has been applied already.
  if (body === comment.body.value) return entry;
  backend.requireOpen(key);
  requirePostingRights(backend.posting(key), backend.writer);
  if (backend.now >= editableUntil(comment, options.editWindow))
    throw refusal('forbidden', 'The time to edit this comment is over.');
  const before = revisionOf(comment);
  if (revision !== undefined && revision !== before) throw refusal('conflict', 'This comment has changed since.');
  validateBody(body, info.posting);
  return backend.put(key, {
    ...entry,
    comment: {
      ...comment,
      body: { format: features.input ?? 'text', value: body },
      source: body,
      editedAt: backend.timestamp(),
      revision: String((Number(before) || 0) + 1),
    },
  });
}
