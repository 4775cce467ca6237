/** The actions of moderators, and those of the editors behind them. */
import type { CommentId, CommentsAdapter, Decision, DecisionReasons } from '../../model/adapter.js';
import { commentNotFound, refusal, type MemoryBackend } from './backend.js';
import { isPinnable } from './present.js';
import { statusOf, type StoredComment } from './records.js';

type Argument<Method extends 'pin' | 'feature' | 'hide' | 'ban'> = Parameters<NonNullable<CommentsAdapter[Method]>>[1];

/**
 * What the author reads of a restriction: the reasons of the moderator, if there are any.
 *
 * @throws AdapterError if there are none, although `info.decisions` requires them for comments by others.
 */
export function stateReasons(
  backend: MemoryBackend,
  { by }: StoredComment,
  measure: Decision['measure'],
  reasons: DecisionReasons | undefined,
): Decision | undefined {
  if (backend.info.decisions?.required && by !== backend.viewerKey && !reasons)
    throw refusal('invalid', 'Give the reasons.');
  return reasons && { basis: 'own-initiative', ...reasons, measure, decidedAt: backend.timestamp() };
}

/** Publishes or rejects a held comment, or holds it again. A repeated call changes nothing. */
export const review =
  (status: 'visible' | 'rejected' | 'pending') =>
  (backend: MemoryBackend, key: string, id: CommentId, reasons?: DecisionReasons): StoredComment => {
    backend.requireModerator();
    const entry = backend.find(key, id);
    const before = statusOf(entry.comment);
    if (entry.gone || !['visible', 'rejected', 'pending'].includes(before)) throw commentNotFound();
    if (before === status) return entry;
    // Only held comments can be published or rejected, and only reviewed ones held again.
    if (status === 'pending' ? !entry.reviewed : before !== 'pending')
      throw refusal('conflict', 'This comment has already been decided.');
    const decision = status === 'rejected' ? stateReasons(backend, entry, status, reasons) : undefined;
    return backend.change(key, { ...entry, reviewed: true }, { status, decision });
  };

/** Pins or unpins a comment. */
export function applyPin(backend: MemoryBackend, key: string, { id, pinned }: Argument<'pin'>): StoredComment {
  backend.requireModerator();
  const entry = backend.findReadable(key, id);
  if (!isPinnable(entry.comment)) throw refusal('invalid', 'You cannot pin this comment.');
  return backend.change(key, entry, { pinned });
}

/** Features or unfeatures a visible comment. */
export function applyFeature(
  backend: MemoryBackend,
  key: string,
  { id, featured }: Argument<'feature'>,
): StoredComment {
  backend.requireModerator();
  const entry = backend.findReadable(key, id);
  return backend.change(key, entry, { featured });
}

/** Hides a visible comment, or shows it again. Does not restore removed comments. */
export function applyHide(
  backend: MemoryBackend,
  key: string,
  { id, hidden }: Argument<'hide'>,
  reasons?: DecisionReasons,
): StoredComment {
  backend.requireModerator();
  const entry = backend.find(key, id);
  const status = statusOf(entry.comment);
  if (entry.gone || entry.removed || !['visible', 'hidden'].includes(status)) throw commentNotFound();
  const decision = hidden ? stateReasons(backend, entry, 'hidden', reasons) : undefined;
  return backend.change(key, entry, { status: hidden ? 'hidden' : 'visible', decision });
}

/** Bans the author of a comment in this discussion, or ends the ban. */
export function applyBan(
  backend: MemoryBackend,
  key: string,
  { id, banned, until }: Argument<'ban'>,
  reasons?: DecisionReasons,
): void {
  backend.requireModerator();
  const entry = backend.find(key, id);
  const { by } = entry;
  if (by === undefined) throw refusal('invalid', 'There is no author.');
  const decision = banned ? stateReasons(backend, entry, 'banned', reasons) : undefined;
  const ban = banned ? { until, decision: decision && { ...decision, until } } : undefined;
  backend.update(key, { banned: { ...backend.record(key).banned, [by]: ban } });
}

/** Restricts a comment by a decision of the editors. */
export function applyDecision(backend: MemoryBackend, key: string, id: CommentId, decision: Decision): void {
  const entry = backend.find(key, id);
  const { measure } = decision;
  const status = measure === 'kept' ? entry.comment.status : measure === 'rejected' ? 'rejected' : 'hidden';
  backend.change(key, entry, { status, decision });
}
