import { type DraftKey, storageKey } from '../../src/model/drafts/draft.js';
import { DraftStorage } from '../../src/model/drafts/draft-storage.js';
import { DraftStore } from '../../src/model/drafts/draft-store.js';
import { FakeStorage } from './fake-storage.js';

/** Another tab of the same browser, with the forms of the same article: it has the device's storage, and a session of its own. */
export class OtherTab {
  readonly #drafts = new DraftStore(new DraftStorage(() => localStorage, new FakeStorage().get));

  /** Writes a text and leaves it. Returns its key in the device's storage. */
  leave(body: string, more: Partial<DraftKey> = {}): string {
    const record = this.#drafts.open(keyOf(more));
    record.save({ body });
    this.#drafts.release(record);
    return record.storageKey;
  }

  /** Takes a saved text and changes it. Returns its key in the device's storage. */
  rewrite(before: string, body: string): string {
    const key = keyOf({});
    const saved = this.#drafts.list(key).find(({ draft }) => draft.body === before);
    if (!saved) throw new Error(`No tab has saved "${before}".`);
    const { record } = this.#drafts.take(saved, key);
    record.save({ body });
    this.#drafts.release(record);
    return storageKey(key, record.id);
  }

  /** The texts saved on the device. */
  texts(): readonly string[] {
    return this.#drafts.list(keyOf({})).map(({ draft }) => draft.body);
  }
}

function keyOf(more: Partial<DraftKey>): DraftKey {
  return { discussion: 'pier', viewer: { state: 'anonymous' }, ...more };
}
