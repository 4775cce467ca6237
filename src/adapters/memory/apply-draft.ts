import type { Author, CommentId, Draft, SubmitResult, Viewer } from '../../model/adapter.js';
import type { StoredComment } from './discussion-record.js';
import { refusal } from './errors.js';
import type { MemoryBackend } from './memory-backend.js';
import { presenter } from './present-comment.js';
import { replyParent } from './reply-parent.js';
import { validateDraft } from './validate-draft.js';

/** Stores a draft as a comment, unless a rule refuses it or its `submitKey` is known already. */
export function applyDraft(backend: MemoryBackend, draft: Draft): SubmitResult {
  const { features, options, viewer } = backend;
  const { key } = draft.discussion;
  // Keys are per viewer: a key of another viewer must neither reveal their comment nor block this one.
  const first = backend
    .record(key)
    .comments.find(({ submission, by }) => submission?.key === draft.submitKey && by === backend.viewerKey);
  // Before all other checks: a stored comment must not be refused because the discussion has closed since.
  if (first !== undefined && features.idempotency === 'key') return resultOf(backend, key, first);
  if (first !== undefined && features.idempotency === 'detects-duplicates')
    throw refusal('duplicate', 'This comment has already been posted.');

  backend.requireOpen(key);
  const { authorId } = draft;
  const callerId = viewer.state === 'anonymous' ? null : (viewer.author?.id ?? null);
  if (authorId !== undefined && authorId !== callerId)
    throw refusal('session-expired', 'Somebody else is signed in by now.');
  const posting = backend.posting(key);
  validateDraft(draft, posting, backend.writer);
  const parent = replyParent(backend.entries(key), draft.parentId, features);

  const { outcome, reason } = options.moderate?.(draft) ?? { outcome: posting.premoderated ? 'pending' : 'published' };
  const item = backend.put(key, {
    comment: {
      id: nextId(backend, key),
      ...parent,
      author: authorOf(draft, viewer),
      body: { format: features.input ?? 'text', value: draft.body },
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
  const taken = new Set(backend.entries(key).map(({ comment }) => comment.id));
  let number = backend.record(key).comments.length + 1;
  while (taken.has(`c${number}`)) number++;
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
