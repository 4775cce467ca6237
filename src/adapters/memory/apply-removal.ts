import type { CommentId } from '../../model/adapter.js';
import { isListed } from './discussion-entries.js';
import type { StoredComment } from './discussion-record.js';
import { refusal } from './errors.js';
import type { MemoryBackend } from './memory-backend.js';

/** Removes a comment, also in a closed discussion. A comment with replies leaves a tombstone. */
export function applyRemoval(
  backend: MemoryBackend,
  key: string,
  id: CommentId,
): { readonly effect: 'gone' | 'tombstone' } {
  const { viewerKey } = backend;
  const entry = backend.findReadable(key, id);
  const isOwn = entry.by === viewerKey;
  if (!isOwn) backend.requireModerator();
  // Held replies of others count, too: they need their parent once they are published.
  const hasReplies = backend
    .entries(key)
    .some((other) => other.comment.parentId === id && isListed(other, other.by ?? ''));
  backend.put(key, {
    ...entry,
    comment: {
      ...entry.comment,
      author: null,
      body: { format: 'text', value: '' },
      pinned: false,
      status: isOwn ? 'deleted' : 'hidden',
    },
    removed: { by: viewerKey, was: entry.comment },
    ...(!hasReplies && { gone: true }),
  });
  return { effect: hasReplies ? 'tombstone' : 'gone' };
}

/** Undoes a removal by this viewer. Nobody can undo the removals of others. */
export function undoRemoval(backend: MemoryBackend, key: string, id: CommentId): StoredComment {
  const { gone: _gone, removed, ...entry } = backend.find(key, id);
  if (removed?.by !== backend.viewerKey) throw refusal('not-found', 'You have not removed this comment.');
  return backend.put(key, { ...entry, comment: removed.was });
}
