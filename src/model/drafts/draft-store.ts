import type { CommentId, GuestField } from '../adapter.js';
import { draftKey, draftKeyPrefix, type DraftPlace, repliedToBy } from './draft-key.js';

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

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Drafts in the browser's storage, or in memory while that is full or blocked. `storage` is called for each access,
 * because merely reading `localStorage` throws where cookies are blocked.
 */
export class DraftStore {
  readonly #storage: () => DraftStorage;
  readonly #memory = new Map<string, string>();

  constructor(storage: () => DraftStorage) {
    this.#storage = storage;
  }

  /** The draft that belongs here, if there is one. */
  read(place: DraftPlace): StoredDraft | undefined {
    const key = draftKey(place);
    const stored = this.#memory.get(key) ?? this.#attempt((storage) => storage.getItem(key));
    const draft = parse(stored ?? undefined);
    return draft || place.viewer.state !== 'signed-in' ? draft : this.#takeOver(place);
  }

  /** Stores a draft. Returns false if it is only in memory, and lost when the page goes. */
  write(place: DraftPlace, draft: StoredDraft): boolean {
    const isStored = saveDraft(place, draft, this.#storage);
    if (isStored) this.#memory.delete(draftKey(place));
    else this.#memory.set(draftKey(place), JSON.stringify(draft));
    return isStored;
  }

  /** Deletes a draft. */
  remove(place: DraftPlace): void {
    const key = draftKey(place);
    this.#memory.delete(key);
    this.#attempt((storage) => storage.removeItem(key));
  }

  /** The ids of the comments that this viewer has begun to reply to. */
  replies({ discussion, viewer }: DraftPlace): readonly CommentId[] {
    const keys = [...this.#memory.keys(), ...storedDraftKeys(discussion, this.#storage)];
    return [...new Set(keys.map(repliedToBy))].filter(
      (reply): reply is CommentId => reply !== null && this.read({ discussion, reply, viewer }) !== undefined,
    );
  }

  /** Moves a draft that was written before signing in to the viewer who has signed in. */
  #takeOver(place: DraftPlace): StoredDraft | undefined {
    const before = { ...place, viewer: { state: 'anonymous' } } as const;
    const { forSignIn, ...draft } = this.read(before) ?? { body: '' };
    if (!forSignIn) return undefined;
    this.remove(before);
    this.write(place, draft);
    return draft;
  }

  #attempt<T>(use: (storage: DraftStorage) => T): T | undefined {
    try {
      return use(this.#storage());
    } catch {
      // Storage is blocked: the copy in memory serves.
      return undefined;
    }
  }
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

function parse(value: string | undefined): StoredDraft | undefined {
  if (value === undefined) return undefined;
  try {
    const draft = JSON.parse(value) as StoredDraft;
    return typeof draft.body === 'string' ? draft : undefined;
  } catch {
    // Another script wrote to this key.
    return undefined;
  }
}
