import type { Comment, Edit } from '../../model/adapter.js';
import { checkBody, checkViewer } from './check-draft.js';
import { createdAt } from './discussion-entries.js';
import type { StoredComment } from './discussion-record.js';
import type { MemoryBackend } from './memory-backend.js';
import { refusal } from './refusal.js';

/** Until when a comment may be edited, in milliseconds since 1970. */
export const editableUntil = (comment: Comment, editWindow = 300): number =>
  Date.parse(comment.editableUntil ?? '') || createdAt(comment) + editWindow * 1000;

/** The version of a comment, where it was put in without one. */
export const revisionOf = ({ revision = '1' }: Comment): string => revision;

export function takeEdit(backend: MemoryBackend, key: string, { id, body, revision }: Edit): StoredComment {
  const { features, info, options, viewer } = backend;
  const entry = backend.findReadable(key, id);
  const { comment } = entry;
  if (entry.by !== backend.reader) throw refusal('forbidden', 'You cannot edit this comment.');
  // Sent again after a lost answer, it is there already.
  if (body === comment.body.value) return entry;
  backend.requireOpen(key);
  checkViewer(info.posting, viewer);
  if (backend.now >= editableUntil(comment, options.editWindow)) throw refusal('forbidden', 'You cannot edit this comment any more.');
  const before = revisionOf(comment);
  if (revision !== undefined && revision !== before) throw refusal('conflict', 'This comment has been changed.');
  checkBody(body, info.posting);
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
