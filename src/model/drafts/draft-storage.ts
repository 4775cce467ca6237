/** Drafts in the browser's storage: their shape, and what can be done with them before a `DraftStore` is loaded. */
import type { GuestField } from '../adapter.js';
import { type DraftPlace, draftKey, draftKeyPrefix } from './draft-key.js';

/** Text that someone has written and not yet posted. */
export interface StoredDraft {
  readonly body: string;
  /** The chosen reason of a report. */
  readonly reason?: string;
  /** The version of the comment that an edit started from. */
  readonly revision?: string;
  readonly guest?: Readonly<Partial<Record<GuestField, string>>>;
  /** The key of an earlier submission of this text, so that a retry after a reload keeps it. */
  readonly submitKey?: string;
  /** See `Intent.uncertainSince`. */
  readonly uncertainSince?: number;
  /** Set when the author left to sign in: the draft goes to the viewer who comes back. */
  readonly forSignIn?: boolean;
}

/** Stores a draft without a `DraftStore`. Returns false if storage is full or blocked. */
export function saveDraft(place: DraftPlace, draft: StoredDraft, storage: () => Pick<Storage, 'setItem'>): boolean {
  try {
    storage().setItem(draftKey(place), JSON.stringify(draft));
    return true;
  } catch {
    // The caller decides what a failure means.
    return false;
  }
}

/** The keys of all drafts stored for a discussion, of any viewer. */
export function storedDraftKeys(discussion: string, storage: () => Pick<Storage, 'key' | 'length'>): readonly string[] {
  const prefix = draftKeyPrefix(discussion);
  try {
    const { length } = storage();
    const keys = Array.from({ length }, (_, index) => storage().key(index) ?? '');
    return keys.filter((key) => key.startsWith(prefix));
  } catch {
    // Nothing was stored where storage is blocked.
    return [];
  }
}
