import type { Comment, CommentsAdapter } from '../../model/adapter.js';
import type { StoredComment } from './discussion-record.js';
import { refusal } from './errors.js';
import type { MemoryBackend } from './memory-backend.js';

export type Pin = Parameters<NonNullable<CommentsAdapter['pin']>>[1];

/** Replies stay below their parent, so only top-level comments can be pinned. */
export const isPinnable = ({ status = 'visible', parentId = null }: Comment): boolean =>
  status === 'visible' && parentId === null;

/** Pins or unpins a comment, for moderators. */
export function applyPin(backend: MemoryBackend, key: string, { id, pinned }: Pin): StoredComment {
  backend.requireModerator();
  const entry = backend.findReadable(key, id);
  if (!isPinnable(entry.comment)) throw refusal('invalid', 'You cannot pin this comment.');
  return backend.put(key, { ...entry, comment: { ...entry.comment, pinned } });
}
