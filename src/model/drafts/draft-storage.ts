import { type DraftText, pageDrafts } from './draft.js';
import { parseDraft, type StoredDraft } from './stored-draft.js';

type WebStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Called for each access, because merely naming `localStorage` throws where cookies are blocked. */
type StorageGetter = () => WebStorage;

/** Where a draft is saved: on the device, in this tab until it is closed, or only until the page is left. */
export type SavedTo = 'device' | 'tab' | 'page';

/**
 * Stores each draft twice: for this tab, so that no other tab can change it, and on the device, so that it outlives the tab.
 */
export class DraftStorage {
  readonly #device: StorageGetter;
  readonly #tab: StorageGetter;
  /** Drafts that the tab's storage refused, being full or blocked. */
  readonly #page: Map<string, string>;

  constructor(device: StorageGetter, tab: StorageGetter, page = new Map<string, string>()) {
    this.#device = device;
    this.#tab = tab;
    this.#page = page;
  }

  /** Saves a draft wherever it can. A guest's name and address stay in the tab: the device may be a library's. */
  save(key: string, draft: DraftText): SavedTo {
    const savedAt = Date.now();
    const own = JSON.stringify({ ...draft, savedAt });
    const shared = sharedPart({ ...draft, savedAt });
    const isInTab = attempt(this.#tab, (tab) => (tab.setItem(key, own), true)) ?? false;
    if (isInTab) this.#page.delete(key);
    else this.#page.set(key, own);
    const isOnDevice = attempt(this.#device, (device) => (device.setItem(key, shared), true)) ?? false;
    // An older copy in the tab would hide the one on the device after a reload.
    if (isOnDevice && !isInTab) attempt(this.#tab, (tab) => tab.removeItem(key));
    return isOnDevice ? 'device' : isInTab ? 'tab' : 'page';
  }

  /** This tab's copy of a draft, as stored. */
  own(key: string): string | undefined {
    return this.#page.get(key) ?? attempt(this.#tab, (tab) => tab.getItem(key)) ?? undefined;
  }

  /** The device's copy of a draft, as stored. */
  shared(key: string): string | undefined {
    return attempt(this.#device, (device) => device.getItem(key)) ?? undefined;
  }

  /** False if another tab wrote the copy on the device, or the device had no room for this tab's latest. */
  isInStep(key: string): boolean {
    const own = parseDraft(this.own(key));
    const shared = this.shared(key);
    return own === undefined || shared === undefined || sharedPart(own) === shared;
  }

  removeOwn(key: string): void {
    this.#page.delete(key);
    attempt(this.#tab, (tab) => tab.removeItem(key));
  }

  removeShared(key: string): void {
    attempt(this.#device, (device) => device.removeItem(key));
  }

  /** The storage keys of all drafts that begin with `prefix`: this tab's and those on the device. */
  keys(prefix: string): readonly string[] {
    const all = [...this.#page.keys(), ...keysOf(this.#tab), ...keysOf(this.#device)];
    return [...new Set(all)].filter((key) => key.startsWith(prefix));
  }
}

/** The storage of all forms of this page. */
export const pageStorage = new DraftStorage(
  () => localStorage,
  () => sessionStorage,
  pageDrafts,
);

const sharedPart = (draft: StoredDraft): string => JSON.stringify({ ...draft, guest: undefined });

function keysOf(storage: StorageGetter): readonly string[] {
  return attempt(storage, Object.keys) ?? [];
}

/** Undefined if the storage is blocked or full: the caller decides what that means. */
function attempt<T>(storage: StorageGetter, use: (storage: WebStorage) => T): T | undefined {
  try {
    return use(storage());
  } catch {
    return undefined;
  }
}
