/** What one reader chose, kept in the browser for the whole site. Without storage a choice lasts as long as the page. */

/** The kept value; undefined where there is none, or where it cannot be read. */
export function recall<Value>(name: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(`article-comments:${name}`) ?? '') as Value;
  } catch {
    return undefined;
  }
}

/** False when it could not be kept. */
export function remember(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(`article-comments:${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
