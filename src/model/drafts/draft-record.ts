import { createDraftId, draftKey, type DraftPlace } from './draft-key.js';
import type { DraftStorage, Kept } from './draft-storage.js';
import type { DraftText } from './stored-draft.js';

/**
 * One form's draft in storage. Another tab may take it over, or be a duplicate of this one: what this tab writes then goes on
 * under an id of its own, so that neither replaces the other's text.
 */
export class DraftRecord {
  readonly #storage: DraftStorage;
  #place: DraftPlace;
  #id: string;
  /** What this tab last knew to be on the device. */
  #shared: string | undefined;

  /** Opens the record with this id; without one, a new record. */
  constructor(storage: DraftStorage, place: DraftPlace, id = createDraftId()) {
    this.#storage = storage;
    this.#place = place;
    this.#id = id;
    this.#shared = storage.isInStep(this.key) ? storage.shared(this.key) : undefined;
  }

  get place(): DraftPlace {
    return this.#place;
  }

  /** The key of its submission derives from it: a retry has it even where nothing more could be stored. */
  get id(): string {
    return this.#id;
  }

  get key(): string {
    return draftKey(this.#place, this.#id);
  }

  /** True once another tab has changed or removed what this one has written. */
  get isTakenOver(): boolean {
    return this.#storage.shared(this.key) !== this.#shared;
  }

  save(draft: DraftText): Kept {
    if (this.isTakenOver) this.#leave();
    const kept = this.#storage.save(this.key, draft);
    this.#shared = this.#storage.shared(this.key);
    return kept;
  }

  /** Saves the draft at another place, and no longer at this one. */
  moveTo(place: DraftPlace, draft: DraftText): Kept {
    const { key, isTakenOver } = this;
    this.#place = place;
    // A draft with the same id may be there already: an older copy, or a duplicated tab's.
    if (this.#storage.own(this.key) ?? this.#storage.shared(this.key)) this.#id = createDraftId();
    this.#shared = undefined;
    const kept = this.save(draft);
    this.#storage.removeOwn(key);
    // A device that has no room for the new copy keeps the old one: the tab may be closed.
    if (kept === 'device' && !isTakenOver) this.#storage.removeShared(key);
    return kept;
  }

  /** Takes the draft off the device, so that no other tab offers it. This tab keeps it. */
  withdraw(): void {
    if (this.isTakenOver) return;
    this.#storage.removeShared(this.key);
    this.#shared = undefined;
  }

  /** Deletes the draft, but not what another tab has made of it. */
  remove(): void {
    if (!this.isTakenOver) this.#storage.removeShared(this.key);
    this.#leave();
  }

  /** Leaves the old record alone and goes on under a new id. */
  #leave(): void {
    this.#storage.removeOwn(this.key);
    this.#id = createDraftId();
    this.#shared = undefined;
  }
}
