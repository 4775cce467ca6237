/** Storage that a test can inspect, fill up and block. As in browsers, each entry is also a property. */
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
    Object.assign(this, { [key]: value });
  }

  removeItem(key: string): void {
    this.entries.delete(key);
    Reflect.deleteProperty(this, key);
  }
}
