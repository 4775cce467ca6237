import type { CommentId } from '../../model/adapter.js';
import { type Entry, isListed } from './discussion-entries.js';
import type { StoredComment } from './discussion-record.js';
import { refusal } from './errors.js';
import type { MemoryBackend } from './memory-backend.js';

/** Removes a comment, also in a closed discussion. A comment with replies leaves a tombstone, or is removed with them. */
export function applyRemoval(
  backend: MemoryBackend,
  key: string,
  id: CommentId,
): { readonly effect: 'gone' | 'tombstone' | 'subtree' } {
  const { features, viewerKey } = backend;
  const entry = backend.findReadable(key, id);
  const isOwn = entry.by === viewerKey;
  if (!isOwn) backend.requireModerator();
  // Held replies of others count as well: they need their parent once they are published.
  const replies = repliesBelow(backend.entries(key), id).filter((other) =>
    isListed(other, { viewerKey: other.by ?? '', seesHeld: false }),
  );
  const removesReplies = features.removal === 'subtree';
  for (const reply of removesReplies ? replies : [])
    backend.put(key, { ...reply, gone: true, removed: { by: viewerKey, was: reply.comment, with: id } });
  const leavesTombstone = replies.length > 0 && !removesReplies;
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
    ...(!leavesTombstone && { gone: true }),
  });
  return { effect: leavesTombstone ? 'tombstone' : replies.length > 0 ? 'subtree' : 'gone' };
}

/** Undoes a removal by this viewer, including the removed replies. The removals of others cannot be undone. */
export function undoRemoval(backend: MemoryBackend, key: string, id: CommentId): StoredComment {
  const { removed } = backend.find(key, id);
  if (removed?.by !== backend.viewerKey) throw refusal('not-found', 'You have not removed this comment.');
  const replies = backend.entries(key).filter((entry) => entry.removed?.with === id);
  for (const reply of replies) restored(backend, key, reply);
  return restored(backend, key, backend.find(key, id));
}

function restored(backend: MemoryBackend, key: string, entry: Entry): StoredComment {
  const { gone: _gone, removed, ...rest } = entry;
  return backend.put(key, { ...rest, comment: removed?.was ?? rest.comment });
}

/** All replies below a comment, at any depth. */
function repliesBelow(entries: readonly Entry[], id: CommentId): readonly Entry[] {
  return entries
    .filter(({ comment }) => comment.parentId === id)
    .flatMap((entry) => [entry, ...repliesBelow(entries, entry.comment.id)]);
}
