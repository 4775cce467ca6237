/** What readers do: post, edit, remove, vote and report. */
import type {
  Author,
  Comment,
  CommentId,
  DecisionReasons,
  Draft,
  Edit,
  Report,
  ReportReceipt,
  SubmitResult,
  Viewer,
  Vote,
  Votes,
} from '../../model/adapter.js';
import { refusal, type MemoryBackend } from './backend.js';
import { branches } from './list.js';
import { stateReasons } from './moderation.js';
import type { StoredReport } from './options.js';
import { activeReports, editableUntil, presenter, revisionOf, votesOf } from './present.js';
import { type Entry, isListed, isPublic, type StoredComment } from './records.js';
import {
  accessRefusal,
  guestProblem,
  type InputProblem,
  inputRefusal,
  type Refused,
  type RemovalEffect,
  removalOf,
  replyLevel,
  reportProblem,
  textProblem,
} from '../../model/rules.js';

/** @throws AdapterError if a rule refuses the call. */
function unless(refused: Refused | undefined): void {
  if (refused) throw refusal(refused.kind, refused.message, refused.info);
}

const requireAccess = (backend: MemoryBackend, key: string, viewer: Viewer): void =>
  unless(accessRefusal(backend.posting(key), viewer));

const requireValid = (problem: InputProblem | undefined): void =>
  unless(problem && inputRefusal(problem, `The ${problem}.`));

/** Stores a draft as a comment, unless a rule refuses it or its `submitKey` is known already. */
export function applyDraft(backend: MemoryBackend, draft: Draft): SubmitResult {
  const { features, options, viewer } = backend;
  const { key } = draft.discussion;
  // Keys are per viewer: a key of another viewer must neither reveal their comment nor block this one.
  const first = backend
    .record(key)
    .comments.find(({ submission, by }) => submission?.key === draft.submitKey && by === backend.viewerKey);
  // Before all other checks: a stored comment must not be refused because the discussion has closed since.
  if (first && features.idempotency === 'key') return resultOf(backend, key, first);
  if (first && features.idempotency === 'detects-duplicates')
    throw refusal('duplicate', 'This comment has already been posted.');

  backend.requireOpen(key);
  const { authorId, body } = draft;
  const callerId = viewer.state === 'anonymous' ? null : (viewer.author?.id ?? null);
  if (authorId !== undefined && authorId !== callerId)
    throw refusal('session-expired', 'Another account is signed in.');
  requireAccess(backend, key, backend.writer);
  const posting = backend.posting(key);
  requireValid(textProblem(body, posting));
  if (viewer.state !== 'signed-in') requireValid(guestProblem(draft.guest, posting.guest));
  const parent = replyParent(backend, key, draft.parentId);

  const { outcome, reason } = options.moderate?.(draft) ?? { outcome: posting.premoderated ? 'pending' : 'published' };
  const item = backend.put(key, {
    comment: {
      id: nextId(backend, key),
      ...parent,
      author: authorOf(draft, viewer),
      body: { format: features.input ?? 'text', value: body },
      createdAt: backend.timestamp(),
      status: outcome === 'published' ? 'visible' : outcome === 'invisible' ? 'hidden' : outcome,
    },
    by: backend.viewerKey,
    submission: { key: draft.submitKey, outcome, reason, notify: draft.notify },
  });
  return resultOf(backend, key, item);
}

function resultOf(backend: MemoryBackend, key: string, item: StoredComment): SubmitResult {
  const { outcome, reason } = item.submission ?? { outcome: 'published' };
  const isShown = !item.gone && (outcome === 'published' || outcome === 'pending');
  return {
    outcome,
    ...(reason !== undefined && { reason }),
    ...(isShown && { comment: presenter(backend, key)(item) }),
  };
}

/** An id that no seeded or earlier comment has. */
function nextId(backend: MemoryBackend, key: string): CommentId {
  const entries = backend.entries(key);
  let number = backend.record(key).comments.length + 1;
  while (entries.some(({ comment }) => comment.id === `c${number}`)) number++;
  return `c${number}`;
}

function authorOf({ guest }: Draft, viewer: Viewer): Author | null {
  if (viewer.state === 'signed-in') return viewer.author ?? null;
  const id = viewer.author?.id;
  const name = guest?.name?.trim() ?? '';
  const url = guest?.website?.trim() ?? '';
  if (name === '' && id === undefined) return null;
  return { ...(id !== undefined && { id }), name, ...(url !== '' && { url }), badges: ['guest'] };
}

/** The parent of a reply, which may be an ancestor of the comment replied to. Throws `parent-gone` unless everyone can read that comment. */
function replyParent(
  backend: MemoryBackend,
  key: string,
  parentId: CommentId | null,
): Pick<Comment, 'parentId' | 'replyTo'> {
  if (parentId === null) return { parentId };
  const byId = new Map(backend.entries(key).map((entry) => [entry.comment.id, entry]));
  const parent = byId.get(parentId);
  if (!parent || !isPublic(parent)) throw refusal('parent-gone', 'This comment has already been removed.');

  // From the comment up to the top level. A set, because the comments of a seed may reply to each other in a circle.
  const path = new Set<Entry>();
  for (let entry: Entry | undefined = parent; entry && !path.has(entry); entry = byId.get(entry.comment.parentId ?? ''))
    path.add(entry);
  const level = replyLevel(path.size - 1, backend.features);
  if (level === path.size) return { parentId };
  const name = parent.comment.author?.name;
  return {
    parentId: [...path][path.size - level]?.comment.id ?? null,
    ...(name !== undefined && { replyTo: { id: parentId, name } }),
  };
}

/** Replaces the text of the viewer's own comment. */
export function applyEdit(backend: MemoryBackend, key: string, { id, body, revision }: Edit): StoredComment {
  const { features, info, options } = backend;
  const entry = backend.findReadable(key, id);
  const { comment } = entry;
  if (entry.by !== backend.viewerKey) throw refusal('forbidden', 'You cannot edit this comment.');
  // The edit of a retry after a lost response has been applied already.
  if (body === comment.body.value) return entry;
  backend.requireOpen(key);
  requireAccess(backend, key, backend.writer);
  if (backend.now >= editableUntil(comment, options.editWindow))
    throw refusal('forbidden', 'You cannot edit this comment.');
  const before = revisionOf(comment);
  if (revision !== undefined && revision !== before)
    throw refusal('conflict', 'This comment has already been changed.');
  requireValid(textProblem(body, info.posting));
  return backend.change(key, entry, {
    body: { format: features.input ?? 'text', value: body },
    source: body,
    editedAt: backend.timestamp(),
    revision: String((Number(before) || 0) + 1),
  });
}

/**
 * Removes a comment, also in a closed discussion. A comment with replies leaves a tombstone, or is removed with them. So does one with
 * reasons, which its author reads there.
 */
export function applyRemoval(
  backend: MemoryBackend,
  key: string,
  id: CommentId,
  reasons?: DecisionReasons,
): { readonly effect: RemovalEffect } {
  const { features, viewer, viewerKey } = backend;
  const { by, removed } = backend.find(key, id);
  const isOwn = by === viewerKey;
  // The removal of a retry after a lost response has been carried out already.
  if (removed?.effect && (isOwn || viewer.moderator)) return { effect: removed.effect };
  const entry = backend.findReadable(key, id);
  if (!isOwn) backend.requireModerator();
  const replies = branches(backend.entries(key), id)
    .flat()
    .filter((other) => isListed(other, { viewerKey: other.by ?? '', seesHeld: false }));
  const decision = isOwn ? undefined : stateReasons(backend, entry, 'removed', reasons);
  const { status, effect } = removalOf({ isOwn, hasReplies: Boolean(replies.length || decision), features });
  for (const reply of effect === 'subtree' ? replies : [])
    backend.put(key, {
      ...reply,
      gone: true,
      removed: { by: viewerKey, was: reply.comment, effect: 'gone', with: id },
    });
  backend.put(key, {
    ...entry,
    comment: { ...entry.comment, author: null, body: { format: 'text', value: '' }, pinned: false, status, decision },
    removed: { by: viewerKey, was: entry.comment, effect },
    ...(effect !== 'tombstone' && { gone: true }),
  });
  return { effect };
}

/** Undoes a removal by this viewer, including the removed replies. The removals of others cannot be undone. */
export function undoRemoval(backend: MemoryBackend, key: string, id: CommentId): StoredComment {
  const entry = backend.find(key, id);
  if (entry.removed?.by !== backend.viewerKey) throw refusal('not-found', 'You have not removed this comment.');
  const replies = backend.entries(key).filter(({ removed }) => removed?.with === id);
  let restored: StoredComment = entry;
  for (const { gone: _gone, removed, ...rest } of [...replies, entry])
    restored = backend.put(key, { ...rest, comment: removed?.was ?? rest.comment });
  return restored;
}

/** Sets the vote of this viewer; 0 withdraws it. */
export function applyVote(backend: MemoryBackend, key: string, { id, value }: Vote): Votes {
  const { features, viewerKey, viewer } = backend;
  if (features.votes === 'none' || (features.votes === 'like' && value < 0))
    throw refusal('unsupported', 'This vote is not supported.');
  backend.requireOpen(key);
  // A warning prevents posting, but not voting.
  requireAccess(backend, key, { ...viewer, warning: undefined });
  const entry = backend.findReadable(key, id);
  if (entry.by === viewerKey) throw refusal('forbidden', 'You cannot vote on your own comment.');
  const former = entry.votes?.[viewerKey];
  if (features.finalVotes && former && value !== former) throw refusal('unsupported', 'This vote is final.');
  const item = backend.put(key, { ...entry, votes: { ...entry.votes, [viewerKey]: value } });
  return votesOf(item, viewerKey, features) ?? {};
}

const activeReport = (backend: MemoryBackend, key: string, id: CommentId): StoredReport | undefined =>
  activeReports(backend, key).find((report) => report.id === id);

/** Files a report, one per viewer and comment. */
export function applyReport(backend: MemoryBackend, key: string, report: Report): ReportReceipt {
  const { id } = report;
  const { viewerKey } = backend;
  const entry = backend.findListed(key, id);
  if (entry.by === viewerKey) throw refusal('forbidden', 'You cannot report your own comment.');
  const active = activeReport(backend, key, id);
  if (active) {
    const isRetry = report.key !== undefined && report.key === active.key;
    return { ...(!isRetry && { alreadyReported: true }), ...receiptOf(backend, active) };
  }
  backend.findReadable(key, id);
  requireValid(reportProblem(report, backend.features.report));

  const { reports } = backend.record(key);
  const reference = `R-${1001 + reports.length}`;
  const stored: StoredReport = { ...report, reference, by: viewerKey, at: backend.timestamp() };
  backend.update(key, { reports: [...reports, stored] });
  return receiptOf(backend, stored);
}

function receiptOf({ options }: MemoryBackend, { reference, at, notice }: StoredReport): ReportReceipt {
  return { reference, ...(notice && { receivedAt: at, ...options.noticeReceipt?.(reference) }) };
}

export function withdrawReport(backend: MemoryBackend, key: string, id: CommentId): void {
  const active = activeReport(backend, key, id);
  if (!active) throw refusal('not-found', 'You have not reported this comment.');
  const { reports } = backend.record(key);
  backend.update(key, {
    reports: reports.map((report) => (report === active ? { ...report, withdrawn: true } : report)),
  });
}
