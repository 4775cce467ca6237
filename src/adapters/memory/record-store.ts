import { emptyRecord, parseRecord, type DiscussionRecord } from './discussion-record.js';
import type { MemoryStorage } from './memory-options.js';
import { refusal } from './refusal.js';

/**
 * Keeps the record of each discussion, in the given storage or else in memory. With a storage, every read looks at it
 * again, so that two tabs or two adapters on one storage see each other's writes and none overwrites the other's.
 */
export class RecordStore {
  readonly #storage: MemoryStorage | undefined;
  /** The last record of each discussion and the text it was read from, so that an unchanged text is parsed once. */
  readonly #known = new Map<string, { readonly text: string; readonly record: DiscussionRecord }>();

  constructor(storage: MemoryStorage | undefined) {
    this.#storage = storage;
  }

  read(key: string): DiscussionRecord {
    const known = this.#known.get(key);
    if (this.#storage === undefined) return known?.record ?? emptyRecord;
    const text = this.#storage.getItem(`article-comments:memory:${key}`);
    if (text === null) return emptyRecord;
    if (known?.text === text) return known.record;
    const record = parseRecord(text) ?? emptyRecord;
    this.#known.set(key, { text, record });
    return record;
  }

  /** @throws AdapterError `unavailable` when the storage is full or refuses; the record is then as it was before. */
  keep(key: string, record: DiscussionRecord): void {
    if (this.#storage === undefined) {
      this.#known.set(key, { text: '', record });
      return;
    }
    const text = JSON.stringify(record);
    try {
      this.#storage.setItem(`article-comments:memory:${key}`, text);
    } catch (cause) {
      throw refusal('unavailable', 'The storage of this browser is full or switched off.', { cause });
    }
    this.#known.set(key, { text, record });
  }
}
