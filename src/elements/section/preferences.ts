/** What one reader chose, kept in the browser for the whole site. Without storage a choice lasts as long as the page. */

/** The kept value; undefined where there is none, or where it cannot be read. */
export function recall<Value>(name: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(`article-comments:${name}`) ?? '') as Value;
  } catch {
    return undefined;
  }
}

/** Whether this reader has muted anybody. */
export function hasMuted(): boolean {
  return Boolean(recall<readonly unknown[]>('muted')?.length);
}
