import type { Comment } from '../../model/adapter.js';
import { editableUntil, revisionOf } from './apply-edit.js';
import { isPinnable } from './apply-pin.js';
import { activeReports } from './apply-report.js';
import { isReadable } from './discussion-entries.js';
import type { StoredComment } from './discussion-record.js';
import type { MemoryBackend } from './memory-backend.js';
import { votesOf } from './votes.js';

/**
 * Creates a function that maps stored comments to those that the viewer receives. Shared data is computed once.
 */
export function presenter(backend: MemoryBackend, key: string): (item: StoredComment) => Comment {
  const { features, info, now, options, viewer, viewerKey } = backend;
  const isModerator = viewer.moderator ?? false;
  const isOpen = backend.state(key).state === 'open' && backend.posting(key).refusal === undefined;
  const mustSignIn = info.posting?.who === 'signed-in' && viewer.state !== 'signed-in';
  /** Actions that require signing in are omitted rather than denied, so that the page offers to sign in. */
  const permissionFor = (action: 'reply' | 'vote', isAllowed: boolean): Comment['can'] =>
    mustSignIn && isAllowed ? {} : { [action]: isAllowed };
  const reported = new Set(activeReports(backend, key).map(({ id }) => id));
  return (item) => {
    const { source, decision, ...comment } = item.comment;
    const status = comment.status ?? 'visible';
    const isVisible = status === 'visible';
    const isPresent = isReadable(comment);
    const isHeld = status === 'pending';
    // A hidden comment can be shown again unless it was removed.
    const isHidden = status === 'hidden' && !item.removed;
    const isOwn = item.by === viewerKey;
    const until = editableUntil(comment, options.editWindow);
    const can = {
      ...permissionFor('reply', isVisible && isOpen && backend.has('submit')),
      // Without the method, the page decides whether reports can be sent elsewhere.
      ...(backend.has('report') && { report: isVisible && !isOwn }),
      edit: isPresent && isOpen && isOwn && now < until && backend.has('edit'),
      remove: isPresent && (isOwn || isModerator) && backend.has('remove'),
      ...permissionFor('vote', isVisible && isOpen && !isOwn && features.votes !== 'none' && backend.has('vote')),
      pin: isModerator && isPinnable(comment) && backend.has('pin'),
      ...(isModerator && {
        approve: isHeld && backend.has('approve'),
        reject: isHeld && backend.has('reject'),
        feature: isVisible && backend.has('feature'),
        hide: (isVisible || isHidden) && backend.has('hide'),
        ban: item.by !== undefined && status !== 'deleted' && !isOwn && backend.has('ban'),
      }),
      ...comment.can,
    };
    const votes = votesOf(item, viewerKey, features);
    return {
      ...comment,
      // Only moderators, who can show it again, can read it.
      ...(isHidden && !can.hide && { author: null, body: { format: 'text', value: '' } }),
      parentId: comment.parentId ?? null,
      status,
      revision: revisionOf(comment),
      can,
      ...(isPresent && votes && { votes }),
      ...(isPresent &&
        isOwn && {
          source: source ?? comment.body.value,
          // An endless edit window has no time.
          ...(until < Infinity && { editableUntil: new Date(until).toISOString() }),
        }),
      ...(decision && (isOwn || isModerator) && { decision }),
      ...(reported.has(comment.id) && { reported: true }),
    };
  };
}
