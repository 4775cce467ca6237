/** What a reader has chosen, stored in the browser for the whole site. */
import { readJson, writeJson } from './storage.js';

const keyOf = (name: string): string => `article-comments:${name}`;

/** Values that the browser could not store. They last as long as the page. */
const onPage = new Map<string, unknown>();

/**
 * The stored value. Undefined if there is none. One that is not usable is removed: another script or another version of this one has
 * written it.
 */
export function recall<Value>(name: string, isUsable: (value: unknown) => value is Value): Value | undefined {
  const value = onPage.has(name) ? onPage.get(name) : readJson('localStorage', keyOf(name));
  if (isUsable(value)) return value;
  if (value !== undefined) forget(name);
  return undefined;
}

/** Stores a value for `recall`. Returns false if the browser cannot store it; the value then lasts as long as the page. */
export function remember(name: string, value: unknown): boolean {
  const isStored = writeJson('localStorage', keyOf(name), value);
  if (isStored) onPage.delete(name);
  else onPage.set(name, value);
  return isStored;
}

/** Removes a stored value. */
export function forget(name: string): void {
  onPage.delete(name);
  writeJson('localStorage', keyOf(name), undefined);
}

/** Notifies all sections on this page of a changed preference, as the browser notifies the site's other pages. */
export function notifyPreference(name: string): void {
  dispatchEvent(new StorageEvent('storage', { key: keyOf(name) }));
}
