import type { Author, CommentId, Draft, SubmitResult, Viewer } from '../../model/adapter.js';
import { checkDraft } from './check-draft.js';
import type { StoredComment } from './discussion-record.js';
import type { MemoryBackend } from './memory-backend.js';
import { presenter } from './present-comment.js';
import { refusal } from './refusal.js';
import { replyPlace } from './reply-place.js';

export function takeDraft(backend: MemoryBackend, draft: Draft): SubmitResult {
  const { features, info, options, viewer } = backend;
  const { key } = draft.discussion;
  // A key that somebody else has sent, by chance or by guessing, must neither hand over their comment nor keep this one out.
  const first = backend.record(key).comments.find(({ submission, by }) => submission?.key === draft.submitKey && by === backend.reader);
  // Before all other checks: what has been stored is not refused afterwards because the discussion closed meanwhile.
  if (first !== undefined && features.idempotency === 'key') return resultOf(backend, key, first);
  if (first !== undefined && features.idempotency === 'detects-duplicates') throw refusal('duplicate', 'This has been posted already.');

  backend.requireOpen(key);
  const posting = info.posting ?? {};
  checkDraft(draft, posting, viewer);
  const place = replyPlace(backend.entries(key), draft.parentId, features);

  const { outcome, reason } = options.moderate?.(draft) ?? { outcome: posting.premoderated ? 'pending' : 'published' };
  const item = backend.put(key, {
    comment: {
      id: nextId(backend, key),
      ...place,
      author: authorOf(draft, viewer),
      body: { format: features.input ?? 'text', value: draft.body },
      createdAt: backend.timestamp(),
      status: outcome === 'published' ? 'visible' : outcome === 'invisible' ? 'hidden' : outcome,
    },
    by: backend.reader,
    submission: { key: draft.submitKey, outcome, ...(reason !== undefined && { reason }) },
  });
  return resultOf(backend, key, item);
}

function resultOf(backend: MemoryBackend, key: string, item: StoredComment): SubmitResult {
  const { outcome, reason } = item.submission ?? { outcome: 'published' };
  const isShown = !item.gone && (outcome === 'published' || outcome === 'pending');
  return { outcome, ...(reason !== undefined && { reason }), ...(isShown && { comment: presenter(backend, key)(item) }) };
}

/** An id that neither the seed nor an earlier comment has. */
function nextId(backend: MemoryBackend, key: string): CommentId {
  const taken = new Set(backend.entries(key).map(({ comment }) => comment.id));
  let number = backend.record(key).comments.length + 1;
  while (taken.has(`c${number}`)) number++;
  return `c${number}`;
}

function authorOf({ guest }: Draft, viewer: Viewer): Author | null {
  if (viewer.state === 'signed-in') return viewer.author ?? null;
  const name = guest?.name?.trim() ?? '';
  const url = guest?.website?.trim() ?? '';
  return name === '' ? null : { name, ...(url !== '' && { url }), badges: ['guest'] };
}
