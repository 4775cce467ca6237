import type { MemoryStorage } from '../../../src/adapters/memory.js';

/** A storage whose entries a test can read, and that can be full. */
export class FakeStorage implements MemoryStorage {
  readonly entries = new Map<string, string>();
  full = false;

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('Full', 'QuotaExceededError');
    this.entries.set(key, value);
  }
}
