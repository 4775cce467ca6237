import type { CommentId, Decision } from '../../model/adapter.js';
import type { MemoryBackend } from './memory-backend.js';

/** Restricts a comment by a decision of the editors. */
export function applyDecision(backend: MemoryBackend, key: string, id: CommentId, decision: Decision): void {
  const entry = backend.find(key, id);
  const { measure } = decision;
  const status = measure === 'kept' ? entry.comment.status : measure === 'rejected' ? 'rejected' : 'hidden';
  backend.put(key, { ...entry, comment: { ...entry.comment, ...(status && { status }), decision } });
}
