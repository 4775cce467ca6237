/** What one reader chose, kept in the browser for the whole site. */

const keyOf = (name: string): string => `article-comments:${name}`;

/** What the browser had no room for, or forbade to keep. It holds as long as the page. */
const onPage = new Map<string, unknown>();

/** The kept value; undefined when there is none, or when it cannot be read. */
export function recall<Value>(name: string): Value | undefined {
  if (onPage.has(name)) return onPage.get(name) as Value;
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? '') as Value;
  } catch {
    return undefined;
  }
}

/** Keeps a value for `recall`. False when the browser has no room or forbids storage: the choice then lasts as long as the page. */
export function remember(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value));
    onPage.delete(name);
    return true;
  } catch {
    onPage.set(name, value);
    return false;
  }
}

/** Removes a kept value. */
export function forget(name: string): void {
  onPage.delete(name);
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Nothing is kept where storage is blocked.
  }
}

/** Tells all sections on this page about a changed preference, as the browser tells the site's other pages. */
export function notifyPreference(name: string): void {
  dispatchEvent(new StorageEvent('storage', { key: keyOf(name) }));
}

/** Whether this reader has muted anyone. */
export function hasMuted(): boolean {
  return Boolean(recall<readonly unknown[]>('muted')?.length);
}
