import type { CommentId } from '../adapter.js';
import {
  DRAFT_PREFIX,
  draftKey,
  type DraftPlace,
  discussionPrefix,
  isSamePlace,
  parseDraftKey,
  placePrefix,
} from './draft-key.js';
import { DraftRecord } from './draft-record.js';
import type { DraftStorage, Kept } from './draft-storage.js';
import { parseDraft, type StoredDraft } from './stored-draft.js';

/** A draft that is kept at a place, and in no form of this page. */
export interface KeptDraft {
  readonly place: DraftPlace;
  readonly id: string;
  readonly draft: StoredDraft;
  /** True if this tab wrote it. */
  readonly isOwn: boolean;
  /** True if it was written signed out, and the viewer has signed in since. */
  readonly isSignedOut: boolean;
}

/** A draft that a form has taken up. */
export interface OpenDraft {
  readonly record: DraftRecord;
  readonly draft: StoredDraft;
  readonly kept: Kept;
}

/**
 * The drafts that forms take up. A form gets this tab's own text back; what other tabs have written is offered, and is theirs
 * until the writer asks for it. One store serves all forms of a page, so that no two write the same draft.
 */
export class DraftStore {
  readonly #storage: DraftStorage;
  readonly #open = new Set<DraftRecord>();
  /** All that forms of this page have had. */
  readonly #records = new Set<DraftRecord>();

  constructor(storage: DraftStorage) {
    this.#storage = storage;
    this.#removeExpired();
  }

  /** Opens a draft for a form; without `id`, a new one. A form that was closed may still be sending it: it is one draft for both. */
  open(place: DraftPlace, id?: string): DraftRecord {
    const known = [...this.#records].find(({ key }) => id !== undefined && key === draftKey(place, id));
    const record = known ?? new DraftRecord(this.#storage, place, id);
    this.#records.add(record);
    this.#open.add(record);
    return record;
  }

  /** The form is gone, or shows another draft. */
  release(record: DraftRecord): void {
    this.#open.delete(record);
  }

  /** The form is back. Another may have taken its draft up meanwhile: it then goes on with a new one. */
  reopen(record: DraftRecord): DraftRecord {
    if ([...this.#open].some(({ key }) => key === record.key)) return this.open(record.place);
    this.#open.add(record);
    return record;
  }

  /** Opens this tab's latest draft at a place, if there is one. `body`: only a draft with this text. */
  claim(place: DraftPlace, body?: string): OpenDraft | undefined {
    const kept = this.list(place).find((one) => one.isOwn && (body === undefined || one.draft.body === body));
    return kept && this.take(kept, place);
  }

  /** Opens a draft that another tab, or this viewer before signing in, has left. It belongs to this tab and place then. */
  take({ place: before, id, draft }: KeptDraft, place: DraftPlace): OpenDraft {
    const record = this.open(before, id);
    const kept = isSamePlace(before, place) ? record.save(draft) : record.moveTo(place, draft);
    return { record, draft, kept };
  }

  /**
   * The drafts at a place that no form of this page shows, the latest first. After them, for a viewer who is signed in, those
   * that were written there before signing in.
   */
  list(place: DraftPlace): readonly KeptDraft[] {
    const here = this.#at(place, { isSignedOut: false });
    if (!place.viewer.author) return here;
    return [...here, ...this.#at({ ...place, viewer: { state: 'anonymous' } }, { isSignedOut: true })];
  }

  /** The ids of the comments that a viewer has begun to reply to. */
  replies({ discussion, viewer }: DraftPlace): readonly CommentId[] {
    const replies = this.#storage.keys(discussionPrefix(discussion)).map((key) => parseDraftKey(key).reply);
    return [...new Set(replies)].filter(
      (reply): reply is CommentId => reply !== null && this.list({ discussion, reply, viewer }).length > 0,
    );
  }

  #at(place: DraftPlace, about: Pick<KeptDraft, 'isSignedOut'>): readonly KeptDraft[] {
    const open = new Set([...this.#open].map(({ key }) => key));
    return this.#storage
      .keys(placePrefix(place))
      .filter((key) => !open.has(key))
      .flatMap((key): KeptDraft[] => {
        const own = this.#storage.own(key);
        const draft = parseDraft(own ?? this.#storage.shared(key));
        return draft ? [{ ...about, place, id: parseDraftKey(key).id, draft, isOwn: own !== undefined }] : [];
      })
      .toSorted((one, other) => other.draft.savedAt - one.draft.savedAt);
  }

  #removeExpired(): void {
    for (const key of this.#storage.keys(DRAFT_PREFIX)) {
      // One by one: another tab may have gone on with the draft that this one has left.
      if (!parseDraft(this.#storage.own(key))) this.#storage.removeOwn(key);
      if (!parseDraft(this.#storage.shared(key))) this.#storage.removeShared(key);
    }
  }
}
