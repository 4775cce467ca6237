import type { CommentId } from '../adapter.js';
import {
  DRAFT_PREFIX,
  discussionPrefix,
  type DraftKey,
  type DraftText,
  isSameKey,
  keyPrefix,
  storageKey,
} from './draft.js';
import type { DraftStorage, SavedTo } from './draft-storage.js';
import { DraftRecord } from './other-tabs.js';
import { parseDraft, parseStorageKey, type StoredDraft } from './stored-draft.js';

/** A draft that is open in a form. */
export interface OpenDraft {
  readonly record: DraftRecord;
  readonly draft: DraftText;
  readonly saved: 'no' | SavedTo;
}

/** A saved draft that no form of this page shows. */
export interface SavedDraft {
  readonly key: DraftKey;
  readonly id: string;
  readonly draft: StoredDraft;
  /** True if this tab wrote it. */
  readonly isOwn: boolean;
  /** True if it was written signed out, and the viewer has signed in since. */
  readonly isSignedOut: boolean;
}

/**
 * The drafts that forms open. A form gets this tab's own text back. The texts of other tabs are offered, and stay theirs until the
 * writer takes one. All forms of a page share one store, so that no two write the same draft.
 */
export class DraftStore {
  readonly #storage: DraftStorage;
  readonly #open = new Set<DraftRecord>();
  /** All that forms of this page have opened. */
  readonly #records = new Set<DraftRecord>();

  constructor(storage: DraftStorage) {
    this.#storage = storage;
    this.#removeUnusable();
  }

  /** Opens a draft for a form; without `id`, a new one. A closed form may still be sending it: both then share one record. */
  open(key: DraftKey, id?: string): DraftRecord {
    const stored = id === undefined ? undefined : storageKey(key, id);
    // If the text was changed since, by another tab or by `EarlyText`, it is not what the closed form sends.
    const known = [...this.#records].find((one) => one.storageKey === stored && !one.isTakenOver);
    const record = known ?? new DraftRecord(this.#storage, key, id);
    this.#records.add(record);
    this.#open.add(record);
    return record;
  }

  /** The form was removed, or shows another draft. */
  release(record: DraftRecord): void {
    this.#open.delete(record);
  }

  /** The form was inserted again. If another form has opened its draft meanwhile, it continues with a new one. */
  reopen(record: DraftRecord): DraftRecord {
    if ([...this.#open].some((one) => one.storageKey === record.storageKey)) return this.open(record.key);
    this.#open.add(record);
    return record;
  }

  /**
   * Opens this tab's latest draft that belongs to a key, or a new one. `typed`: what is in the form already; then only a draft with the
   * same text is opened.
   */
  resume(key: DraftKey, typed?: DraftText): OpenDraft {
    return this.claim(key, typed?.body) ?? { record: this.open(key), draft: typed ?? { body: '' }, saved: 'no' };
  }

  /** Opens this tab's latest draft that belongs to a key. `body`: only a draft with this text. */
  claim(key: DraftKey, body?: string): OpenDraft | undefined {
    const saved = this.list(key).find((one) => one.isOwn && (body === undefined || one.draft.body === body));
    return saved && this.take(saved, key);
  }

  /** Opens a draft of another tab, or of this viewer before signing in. It then belongs to this tab and key. */
  take({ key: before, id, draft }: SavedDraft, key: DraftKey): OpenDraft {
    const record = this.open(before, id);
    const saved = isSameKey(before, key) ? record.save(draft) : record.moveTo(key, draft);
    return { record, draft, saved };
  }

  /**
   * The drafts that belong to a key and that no form of this page shows, the latest first. For a signed-in viewer, those
   * written before signing in follow.
   */
  list(key: DraftKey): readonly SavedDraft[] {
    const own = this.#savedUnder(key, { isSignedOut: false });
    if (!key.viewer.author) return own;
    return [...own, ...this.#savedUnder({ ...key, viewer: { state: 'anonymous' } }, { isSignedOut: true })];
  }

  /** The ids of the comments that a viewer has begun to reply to. */
  replies({ discussion, viewer }: DraftKey): readonly CommentId[] {
    const replies = this.#storage.keys(discussionPrefix(discussion)).map((stored) => parseStorageKey(stored)?.reply);
    return [...new Set(replies)].filter(
      (reply): reply is CommentId => reply !== undefined && this.list({ discussion, reply, viewer }).length > 0,
    );
  }

  #savedUnder(key: DraftKey, about: Pick<SavedDraft, 'isSignedOut'>): readonly SavedDraft[] {
    const open = new Set([...this.#open].map((record) => record.storageKey));
    return this.#storage
      .keys(keyPrefix(key))
      .filter((stored) => !open.has(stored))
      .flatMap((stored): SavedDraft[] => {
        const own = this.#storage.own(stored);
        const draft = parseDraft(own ?? this.#storage.shared(stored));
        const { id } = parseStorageKey(stored) ?? {};
        return draft && id ? [{ ...about, key, id, draft, isOwn: own !== undefined }] : [];
      })
      .toSorted((one, other) => other.draft.savedAt - one.draft.savedAt);
  }

  /** Removes drafts that have expired, and what is no draft. */
  #removeUnusable(): void {
    for (const stored of this.#storage.keys(DRAFT_PREFIX)) {
      const key = parseStorageKey(stored);
      // Each copy by itself: another tab may have continued the draft that this one has left.
      if (!key || !parseDraft(this.#storage.own(stored))) this.#storage.removeOwn(stored);
      if (!key || !parseDraft(this.#storage.shared(stored))) this.#storage.removeShared(stored);
    }
  }
}
