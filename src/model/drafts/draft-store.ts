import type { CommentId } from '../adapter.js';
import { draftKey, type DraftPlace, repliedToBy } from './draft-key.js';
import { saveDraft, type StoredDraft, storedDraftKeys } from './draft-storage.js';

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
