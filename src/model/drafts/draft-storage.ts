/**
 * Where drafts are kept. Each is written twice: for this tab, so that no other can touch it, and on the device, so that it
 * outlives the tab. Readers download this with the first picture: it keeps what is typed before the forms' code has come.
 */
import { type DraftPlace, parseDraftKey, placePrefix } from './draft-key.js';
import { type DraftText, parseDraft, type StoredDraft } from './stored-draft.js';

type WebStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Storage is read anew for each access, because merely naming `localStorage` throws where cookies are blocked. */
type StorageGetter = () => WebStorage;

/** Where a draft was kept: on the device, in this tab for as long as it is open, or only until the page goes. */
export type Kept = 'device' | 'tab' | 'page';

export class DraftStorage {
  readonly #device: StorageGetter;
  readonly #tab: StorageGetter;
  /** What the tab's storage refused, being full or blocked. */
  readonly #page = new Map<string, string>();

  constructor(device: StorageGetter, tab: StorageGetter) {
    this.#device = device;
    this.#tab = tab;
  }

  /** Keeps a draft wherever it can. A guest's name and address stay in the tab: the device may be a library's. */
  save(key: string, draft: DraftText): Kept {
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

  /** This tab's draft as it was stored. */
  own(key: string): string | undefined {
    return this.#page.get(key) ?? attempt(this.#tab, (tab) => tab.getItem(key)) ?? undefined;
  }

  /** The draft as it stands on the device. */
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

  /** The keys of this tab's drafts that begin so. */
  ownKeys(prefix: string): readonly string[] {
    return [...this.#page.keys(), ...keysOf(this.#tab)].filter((key) => key.startsWith(prefix));
  }

  /** The keys of all drafts that begin so: this tab's and those on the device. */
  keys(prefix: string): readonly string[] {
    return [...new Set([...this.ownKeys(prefix), ...keysOf(this.#device).filter((key) => key.startsWith(prefix))])];
  }

  /** This tab's latest draft at a place. */
  latestOwn(place: DraftPlace): { readonly id: string; readonly draft: StoredDraft } | undefined {
    let latest: { readonly id: string; readonly draft: StoredDraft } | undefined;
    for (const key of this.ownKeys(placePrefix(place))) {
      const draft = parseDraft(this.own(key));
      if (draft && !(latest && latest.draft.savedAt > draft.savedAt)) latest = { ...parseDraftKey(key), draft };
    }
    return latest;
  }
}

const sharedPart = (draft: StoredDraft): string => JSON.stringify({ ...draft, guest: undefined });

function keysOf(storage: StorageGetter): readonly string[] {
  const all = attempt(storage, (one) => Array.from({ length: one.length }, (_, index) => one.key(index) ?? ''));
  return all ?? [];
}

/** Undefined where the storage is blocked, or full: the caller decides what that means. */
function attempt<T>(storage: StorageGetter, use: (storage: WebStorage) => T): T | undefined {
  try {
    return use(storage());
  } catch {
    return undefined;
  }
}
