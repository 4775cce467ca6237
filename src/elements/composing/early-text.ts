import { createDraftId, type DraftKey, pageDrafts, storageKey } from '../../model/drafts/draft.js';
import { readJson, writeJson } from '../page/storage.js';

/** A text that is typed before the drafts' code is loaded. It is stored as `DraftStorage` would, and `DraftStore` finds it by its text. */
export class EarlyText {
  #storageKey = '';
  /** What this tab has last stored on the device. */
  #onDevice: string | undefined;

  /** Stores the text, or removes an empty one. Returns false if the browser could not. */
  save(key: DraftKey, body: string): boolean {
    const stored = readJson('localStorage', this.#storageKey) as { readonly body: string } | undefined;
    if (!this.#storageKey) this.#storageKey = storageKey(key, createDraftId());
    // Another tab has changed it there, and keeps it.
    else if (stored?.body !== this.#onDevice) {
      writeJson('sessionStorage', this.#storageKey, undefined);
      this.#storageKey = storageKey(key, createDraftId());
    }
    const draft = body.trim() === '' ? undefined : { body, savedAt: Date.now() };
    const isInTab = writeJson('sessionStorage', this.#storageKey, draft);
    const isOnDevice = writeJson('localStorage', this.#storageKey, draft);
    this.#onDevice = isOnDevice ? draft?.body : undefined;
    if (isInTab || !draft) pageDrafts.delete(this.#storageKey);
    else pageDrafts.set(this.#storageKey, JSON.stringify(draft));
    return isInTab || isOnDevice || !draft;
  }
}

/** Whether a draft is saved under a storage key that begins with `prefix`. */
export function hasDraft(prefix: string): boolean {
  const areas = [() => Object.keys(localStorage), () => Object.keys(sessionStorage), () => [...pageDrafts.keys()]];
  return areas.some((keys) => {
    try {
      return keys().some((key) => key.startsWith(prefix));
    } catch {
      // The browser blocks this storage.
      return false;
    }
  });
}
