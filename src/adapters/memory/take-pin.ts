import type { Comment, CommentsAdapter } from '../../model/adapter.js';
import type { StoredComment } from './discussion-record.js';
import type { MemoryBackend } from './memory-backend.js';
import { refusal } from './refusal.js';

export type Pin = Parameters<NonNullable<CommentsAdapter['pin']>>[1];

/** A reply has its place below what it answers and cannot leave it. */
export const isPinnable = ({ status = 'visible', parentId = null }: Comment): boolean => status === 'visible' && parentId === null;

export function takePin(backend: MemoryBackend, key: string, { id, pinned }: Pin): StoredComment {
  backend.requireModerator();
  const entry = backend.findReadable(key, id);
  if (!isPinnable(entry.comment)) throw refusal('invalid', 'You cannot pin this comment.');
  return backend.put(key, { ...entry, comment: { ...entry.comment, pinned } });
}
