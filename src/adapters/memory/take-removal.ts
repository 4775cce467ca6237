import type { CommentId } from '../../model/adapter.js';
import { isListed } from './discussion-entries.js';
import type { StoredComment } from './discussion-record.js';
import type { MemoryBackend } from './memory-backend.js';
import { refusal } from './refusal.js';

/** Also in a closed discussion: what is wrong there must not stay. */
export function takeRemoval(backend: MemoryBackend, key: string, id: CommentId): { readonly effect: 'gone' | 'tombstone' } {
  const { reader } = backend;
  const entry = backend.findReadable(key, id);
  const isOwn = entry.by === reader;
  if (!isOwn) backend.requireModerator();
  // Everybody's replies count: one that is still held needs its parent as well when it appears.
  const hasReplies = backend.entries(key).some((other) => other.comment.parentId === id && isListed(other, other.by ?? ''));
  backend.put(key, {
    ...entry,
    comment: { ...entry.comment, author: null, body: { format: 'text', value: '' }, pinned: false, status: isOwn ? 'deleted' : 'hidden' },
    removed: { by: reader, was: entry.comment },
    ...(!hasReplies && { gone: true }),
  });
  return { effect: hasReplies ? 'tombstone' : 'gone' };
}

/** Takes the viewer's own removal back; what somebody else removed stays removed. */
export function takeBack(backend: MemoryBackend, key: string, id: CommentId): StoredComment {
  const { gone: _gone, removed, ...entry } = backend.find(key, id);
  if (removed?.by !== backend.reader) throw refusal('not-found', 'You have not removed this comment.');
  return backend.put(key, { ...entry, comment: removed.was });
}
