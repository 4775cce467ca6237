import type { CommentId, GuestField } from '../adapter.js';
import { draftKey, type DraftPlace } from './draft-key.js';
import { keptDrafts } from './kept-drafts.js';

/** Text that a person has written and nobody has taken yet. */
export interface StoredDraft {
  readonly body: string;
  /** Of a report: what was chosen. */
  readonly reason?: string;
  /** Of an edit: the version that it started from. */
  readonly revision?: string;
  readonly guest?: Readonly<Partial<Record<GuestField, string>>>;
  /** Of the intent that this text belongs to, so that a retry after a reload is the same intent. */
  readonly submitKey?: string;
  /** Milliseconds since the epoch of the first try whose end nobody saw. */
  readonly uncertainSince?: number;
  /** Set when its writer went to sign in: the viewer who comes back owns it. */
  readonly forSignIn?: boolean;
}

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Drafts in the browser's own storage, and in memory where that is full or forbidden. Storage is asked for at each use:
 * merely touching it throws where cookies are blocked.
 */
export class DraftStore {
  readonly #storage: () => DraftStorage;
  readonly #memory = new Map<string, string>();

  constructor(storage: () => DraftStorage) {
    this.#storage = storage;
  }

  read(place: DraftPlace): StoredDraft | undefined {
    const key = draftKey(place);
    const own = parse(this.#memory.get(key) ?? this.#attempt((storage) => storage.getItem(key)) ?? undefined);
    if (own || place.viewer.state !== 'signed-in') return own;
    // Written before signing in: it goes through sign-in with its writer, and to nobody else.
    const before = { ...place, viewer: { state: 'anonymous' } } as const;
    const { forSignIn, ...draft } = this.read(before) ?? { body: '' };
    if (!forSignIn) return undefined;
    this.remove(before);
    this.write(place, draft);
    return draft;
  }

  /** False when the draft lives only as long as this page. */
  write(place: DraftPlace, draft: StoredDraft): boolean {
    const key = draftKey(place);
    const value = JSON.stringify(draft);
    const stored = this.#attempt((storage) => (storage.setItem(key, value), true)) ?? false;
    if (stored) this.#memory.delete(key);
    else this.#memory.set(key, value);
    return stored;
  }

  remove(place: DraftPlace): void {
    const key = draftKey(place);
    this.#memory.delete(key);
    this.#attempt((storage) => storage.removeItem(key));
  }

  /** The comments of the discussion to which this viewer has begun a reply. */
  replies({ discussion, viewer }: DraftPlace): readonly CommentId[] {
    const keys = [...this.#memory.keys(), ...keptDrafts(discussion, this.#storage)];
    const replied = keys.map((key) => (JSON.parse(key.slice(key.indexOf('['))) as [string, CommentId | null])[1]);
    return [...new Set(replied)].filter(
      (reply): reply is CommentId => reply !== null && this.read({ discussion, reply, viewer }) !== undefined,
    );
  }

  #attempt<T>(use: (storage: DraftStorage) => T): T | undefined {
    try {
      return use(this.#storage());
    } catch {
      // Full, forbidden or switched off: the copy in memory serves, and `write` says that it is the only one.
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
    // Somebody else wrote there; a draft that cannot be read is no draft.
    return undefined;
  }
}
