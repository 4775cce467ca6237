import { createDraftId, type DraftKey, type DraftText, storageKey } from './draft.js';
import type { DraftStorage, SavedTo } from './draft-storage.js';

/**
 * The stored draft of one form in this tab. It detects when another tab has changed or removed the draft, or is a duplicate of
 * this one. It then saves under a new id, so that neither tab replaces the other's text.
 */
export class DraftRecord {
  readonly #storage: DraftStorage;
  #key: DraftKey;
  #id: string;
  /** The copy on the device, as this tab last saw it. */
  #shared: string | undefined;

  /** Opens the draft with this id; without one, a new draft. */
  constructor(storage: DraftStorage, key: DraftKey, id = createDraftId()) {
    this.#storage = storage;
    this.#key = key;
    this.#id = id;
    this.#shared = storage.isInStep(this.storageKey) ? storage.shared(this.storageKey) : undefined;
  }

  get key(): DraftKey {
    return this.#key;
  }

  /** The submit key derives from it, so a retry after a reload uses the same key even if nothing more could be stored. */
  get id(): string {
    return this.#id;
  }

  get storageKey(): string {
    return storageKey(this.#key, this.#id);
  }

  /** True once another tab has changed or removed what this tab has written. */
  get isTakenOver(): boolean {
    return this.#storage.shared(this.storageKey) !== this.#shared;
  }

  save(draft: DraftText): SavedTo {
    if (this.isTakenOver) this.#leave();
    const saved = this.#storage.save(this.storageKey, draft);
    this.#shared = this.#storage.shared(this.storageKey);
    return saved;
  }

  /** Saves the draft under another key, and removes it from this one. */
  moveTo(key: DraftKey, draft: DraftText): SavedTo {
    const { storageKey: before, isTakenOver } = this;
    this.#key = key;
    // A draft with the same id may be stored there already: an older copy, or a duplicated tab's.
    if (this.#storage.own(this.storageKey) ?? this.#storage.shared(this.storageKey)) this.#id = createDraftId();
    this.#shared = undefined;
    const saved = this.save(draft);
    this.#storage.removeOwn(before);
    // If the device has no room for the new copy, it keeps the old one: the tab may be closed.
    if (saved === 'device' && !isTakenOver) this.#storage.removeShared(before);
    return saved;
  }

  /** Removes the draft from the device, so that no other tab offers it. This tab keeps its copy. */
  withdraw(): void {
    if (this.isTakenOver) return;
    this.#storage.removeShared(this.storageKey);
    this.#shared = undefined;
  }

  /** Deletes the draft, but not what another tab has made of it. */
  remove(): void {
    if (!this.isTakenOver) this.#storage.removeShared(this.storageKey);
    this.#leave();
  }

  /** Leaves the stored draft to the other tab, and continues under a new id. */
  #leave(): void {
    this.#storage.removeOwn(this.storageKey);
    this.#id = createDraftId();
    this.#shared = undefined;
  }
}
