/** Storage that a test can inspect, fill up and block. */
export class FakeStorage {
  readonly entries = new Map<string, string>();
  isFull = false;
  isBlocked = false;

  /** As the browser hands its storage out: naming it throws where it is blocked. */
  readonly get = (): FakeStorage => {
    if (this.isBlocked) throw new DOMException('Blocked', 'SecurityError');
    return this;
  };

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('Full', 'QuotaExceededError');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }
}
