/** The actions of moderators on comments and their authors. */
import type { Comment, CommentId, CommentsAdapter } from '../../model/adapter.js';
import type { StoredComment } from './discussion-record.js';
import { commentNotFound, refusal } from './errors.js';
import type { MemoryBackend } from './memory-backend.js';

type Argument<Method extends 'feature' | 'hide' | 'ban'> = Parameters<NonNullable<CommentsAdapter[Method]>>[1];
export type Feature = Argument<'feature'>;
export type Hide = Argument<'hide'>;
export type Ban = Argument<'ban'>;

const statusOf = ({ status = 'visible' }: Comment): string => status;

/** Publishes or rejects a held comment, or holds it again. A repeated call changes nothing. */
export function review(
  backend: MemoryBackend,
  key: string,
  id: CommentId,
  status: 'visible' | 'rejected' | 'pending',
): StoredComment {
  backend.requireModerator();
  const entry = backend.find(key, id);
  const before = statusOf(entry.comment);
  if (entry.gone || !['visible', 'rejected', 'pending'].includes(before)) throw commentNotFound();
  if (before === status) return entry;
  // Only held comments can be published or rejected, and only reviewed ones held again.
  if (status === 'pending' ? !entry.reviewed : before !== 'pending')
    throw refusal('conflict', 'Somebody has decided this already.');
  return backend.put(key, { ...entry, comment: { ...entry.comment, status }, reviewed: true });
}

/** Features or unfeatures a visible comment. */
export function applyFeature(backend: MemoryBackend, key: string, { id, featured }: Feature): StoredComment {
  backend.requireModerator();
  const entry = backend.findReadable(key, id);
  return backend.put(key, { ...entry, comment: { ...entry.comment, featured } });
}

/** Hides a visible comment, or shows it again. Does not restore removed comments. */
export function applyHide(backend: MemoryBackend, key: string, { id, hidden }: Hide): StoredComment {
  backend.requireModerator();
  const entry = backend.find(key, id);
  const status = statusOf(entry.comment);
  if (entry.gone || entry.removed || !['visible', 'hidden'].includes(status)) throw commentNotFound();
  return backend.put(key, { ...entry, comment: { ...entry.comment, status: hidden ? 'hidden' : 'visible' } });
}

/** Bans the author of a comment in this discussion, or ends the ban. */
export function applyBan(backend: MemoryBackend, key: string, { id, banned }: Ban): void {
  backend.requireModerator();
  const { by } = backend.find(key, id);
  if (by === undefined) throw refusal('invalid', 'Nobody knows who has written this comment.');
  const others = (backend.record(key).banned ?? []).filter((other) => other !== by);
  backend.update(key, { banned: banned ? [...others, by] : others });
}
