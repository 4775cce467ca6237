/** JSON in web storage. Storage may be blocked or full. */
type Area = 'localStorage' | 'sessionStorage';

/** The stored value. Undefined if there is none, or none that can be read, which is removed. */
export function readJson(area: Area, key: string): unknown {
  try {
    const stored = globalThis[area].getItem(key);
    return stored === null ? undefined : (JSON.parse(stored) as unknown);
  } catch {
    return void writeJson(area, key, undefined);
  }
}

/** Stores a value; undefined removes it. Returns whether that succeeded. */
export function writeJson(area: Area, key: string, value: unknown): boolean {
  try {
    if (value === undefined) globalThis[area].removeItem(key);
    else globalThis[area].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
