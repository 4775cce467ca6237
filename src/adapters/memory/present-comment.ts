import type { Comment } from '../../model/adapter.js';
import { isReadable } from './discussion-entries.js';
import type { StoredComment } from './discussion-record.js';
import type { MemoryBackend } from './memory-backend.js';
import { editableUntil, revisionOf } from './take-edit.js';
import { isPinnable } from './take-pin.js';
import { standingReports } from './take-report.js';
import { votesOf } from './votes.js';

/** Makes comments what this viewer gets of them now; what they share is looked up once, however many they are. */
export function presenter(backend: MemoryBackend, key: string): (item: StoredComment) => Comment {
  const { features, info, now, options, reader, viewer } = backend;
  const isModerator = viewer.moderator ?? false;
  const isOpen = backend.state(key).state === 'open' && info.posting?.refusal === undefined;
  const mustSignIn = info.posting?.who === 'signed-in' && viewer.state !== 'signed-in';
  /** What signing in would allow is not denied, so that the page leads there. */
  const rightOf = (action: 'reply' | 'vote', isAllowed: boolean): Comment['can'] =>
    mustSignIn && isAllowed ? {} : { [action]: isAllowed };
  const reported = new Set(standingReports(backend, key).map(({ id }) => id));
  return (item) => {
    const { source, ...comment } = item.comment;
    const status = comment.status ?? 'visible';
    const isVisible = status === 'visible';
    const isThere = isReadable(comment);
    const isOwn = item.by === reader;
    const until = editableUntil(comment, options.editWindow);
    const can = {
      ...rightOf('reply', isVisible && isOpen && backend.has('submit')),
      // Without the method it is for the page to say whether reports go anywhere.
      ...(backend.has('report') && { report: isVisible && !isOwn }),
      edit: isThere && isOpen && isOwn && now < until && backend.has('edit'),
      remove: isThere && (isOwn || isModerator) && backend.has('remove'),
      ...rightOf('vote', isVisible && isOpen && !isOwn && features.votes !== 'none' && backend.has('vote')),
      pin: isModerator && isPinnable(comment) && backend.has('pin'),
      ...comment.can,
    };
    const votes = votesOf(item, reader, features);
    return {
      ...comment,
      parentId: comment.parentId ?? null,
      status,
      revision: revisionOf(comment),
      can,
      ...(isThere && votes && { votes }),
      ...(isThere &&
        isOwn && {
          source: source ?? comment.body.value,
          // A window without an end has no time.
          ...(until < Infinity && { editableUntil: new Date(until).toISOString() }),
        }),
      ...(reported.has(comment.id) && { reported: true }),
    };
  };
}
