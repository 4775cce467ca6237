import { emptyRecord, parseRecord, type DiscussionRecord } from './discussion-record.js';
import { refusal } from './errors.js';
import type { MemoryStorage } from './memory-options.js';

/**
 * Stores the record of each discussion, in the given storage or else in memory. Every read goes to the storage, so that
 * tabs and adapters that share it see each other's writes and do not overwrite them.
 */
export class RecordStore {
  readonly #storage: MemoryStorage | undefined;
  /** The last record of each discussion and its text, so that unchanged text is not parsed again. */
  readonly #cache = new Map<string, { readonly text: string; readonly record: DiscussionRecord }>();

  constructor(storage: MemoryStorage | undefined) {
    this.#storage = storage;
  }

  read(key: string): DiscussionRecord {
    const cached = this.#cache.get(key);
    if (this.#storage === undefined) return cached?.record ?? emptyRecord;
    const text = this.#storage.getItem(`article-comments:memory:${key}`);
    if (text === null) return emptyRecord;
    if (cached?.text === text) return cached.record;
    const record = parseRecord(text) ?? emptyRecord;
    this.#cache.set(key, { text, record });
    return record;
  }

  /** @throws AdapterError `unavailable` if the storage is full or disabled. The record is then unchanged. */
  write(key: string, record: DiscussionRecord): void {
    if (this.#storage === undefined) {
      this.#cache.set(key, { text: '', record });
      return;
    }
    const text = JSON.stringify(record);
    try {
      this.#storage.setItem(`article-comments:memory:${key}`, text);
    } catch (cause) {
      throw refusal('unavailable', 'The storage of this browser is full or disabled.', { cause });
    }
    this.#cache.set(key, { text, record });
  }
}
