/** What a viewer sees of stored comments: the comments with their votes and permissions, and their changes. */
import type { Change, Comment, Features, Votes } from '../../model/adapter.js';
import type { MemoryBackend } from './backend.js';
import type { BroadcastMessage } from './events.js';
import type { StoredReport } from './options.js';
import { createdAt, isListed, isReadable, statusOf, type StoredComment } from './records.js';

/** When a comment can no longer be edited, in milliseconds since 1970. */
export const editableUntil = (comment: Comment, editWindow = 300): number =>
  Date.parse(comment.editableUntil ?? '') || createdAt(comment) + editWindow * 1000;

/** The revision of a comment. Comments that were added without one are at revision 1. */
export const revisionOf = ({ revision = '1' }: Comment): string => revision;

/** Replies stay below their parent, so only top-level comments can be pinned. */
export const isPinnable = ({ status = 'visible', parentId = null }: Comment): boolean =>
  status === 'visible' && parentId === null;

/** The reports by this viewer that have not been withdrawn. */
export const activeReports = (backend: MemoryBackend, key: string): readonly StoredReport[] =>
  backend.record(key).reports.filter(({ by, withdrawn }) => by === backend.viewerKey && !withdrawn);

/**
 * Creates a function that maps stored comments to those that the viewer receives. Shared data is computed once.
 */
export function presenter(backend: MemoryBackend, key: string): (item: StoredComment) => Comment {
  const { features, info, now, options, viewer, viewerKey } = backend;
  const isModerator = viewer.moderator ?? false;
  const isOpen = backend.state(key).state === 'open' && !backend.posting(key).refusal;
  const mustSignIn = info.posting?.who === 'signed-in' && viewer.state !== 'signed-in';
  /** Actions that require signing in are omitted rather than denied, so that the page offers to sign in. */
  const permissionFor = (action: 'reply' | 'vote', isAllowed: boolean): Comment['can'] =>
    mustSignIn && isAllowed ? {} : { [action]: isAllowed };
  const reported = new Set(activeReports(backend, key).map(({ id }) => id));
  return (item) => {
    const { source, decision, ...comment } = item.comment;
    const status = statusOf(comment);
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
    const ban = can.ban && backend.ban(key, item.by);
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
      ...(ban && { ban: { until: ban.until } }),
      ...(reported.has(comment.id) && { reported: true }),
    };
  };
}

/**
 * The votes of all viewers. Missing numbers are derived from the others. If the comment came with `mine`, its numbers
 * include that vote, for each viewer who has not voted since.
 */
export function tally({ comment: { votes: given = {} }, votes = {} }: StoredComment): Required<Omit<Votes, 'mine'>> {
  const since = (value: 1 | -1): number =>
    Object.values(votes).reduce<number>((sum, vote) => sum + Number(vote === value) - Number(given.mine === value), 0);
  const before = given.up ?? Math.max(0, (given.score ?? 0) + (given.down ?? 0));
  const up = before + since(1);
  const down = (given.down ?? before - (given.score ?? before)) + since(-1);
  return { up, down, score: up - down };
}

/** The votes as the viewer sees them. */
export function votesOf(
  item: StoredComment,
  viewerKey: string,
  { votes, votesKnowViewer }: Features,
): Votes | undefined {
  const given = item.comment.votes;
  if (votes === 'none') return given;
  const all = tally(item);
  return {
    ...(votes === 'like' ? { up: all.up } : all),
    ...(votesKnowViewer !== false && { mine: item.votes?.[viewerKey] ?? given?.mine ?? 0 }),
  };
}

/**
 * Creates a listener that turns messages about a discussion into the changes that the viewer sees. To others, a held
 * comment does not exist.
 */
export function changeListener(
  backend: MemoryBackend,
  key: string,
  onChange: (change: Change) => void,
): (message: BroadcastMessage) => void {
  const listed = new Set(
    backend
      .entries(key)
      .filter((entry) => isListed(entry, backend))
      .map(({ comment }) => comment.id),
  );
  return (message) => {
    if (message.key !== key) return;
    if ('state' in message) {
      // Times that no longer apply are set to undefined, so that merging the change removes them.
      onChange({
        type: 'discussion',
        info: {
          closedAt: undefined,
          closesAt: undefined,
          opensAt: undefined,
          ...message.state,
          ...('message' in message && { message: message.message }),
        },
      });
      return;
    }
    const { item } = message;
    const { id } = item.comment;
    if (isListed(item, backend)) {
      onChange({ type: listed.has(id) ? 'changed' : 'added', comment: presenter(backend, key)(item) });
      listed.add(id);
    } else if (listed.delete(id)) onChange({ type: 'removed', id });
  };
}
