/** How drafts are read from the browser's storage. */
import type { CommentId } from '../adapter.js';
import { DRAFT_PREFIX, type DraftText } from './draft.js';

export interface StoredDraft extends DraftText {
  /** In milliseconds since the epoch. */
  readonly savedAt: number;
}

/** How long a draft is stored, in milliseconds: 30 days. */
const LIFETIME = 30 * 24 * 60 * 60_000;

/** Parses a storage key. Returns the id of its draft and the comment that the draft replies to. */
export function parseStorageKey(stored: string): { readonly id: string; readonly reply: CommentId | null } {
  const [, , reply, , , id] = JSON.parse(stored.slice(DRAFT_PREFIX.length)) as [
    discussion: string,
    writer: string | null,
    reply: CommentId | null,
    report: CommentId | null,
    edit: CommentId | null,
    id: string,
  ];
  return { id, reply };
}

/** Parses a stored draft. Undefined if it has expired, or if another script wrote something else to its key. */
export function parseDraft(value: string | undefined): StoredDraft | undefined {
  if (value === undefined) return undefined;
  try {
    const draft = JSON.parse(value) as StoredDraft;
    return typeof draft.body === 'string' && draft.savedAt > Date.now() - LIFETIME ? draft : undefined;
  } catch {
    return undefined;
  }
}
