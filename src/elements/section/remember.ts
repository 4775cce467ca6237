/** Keeps what the reader chose, for `recall`. False when it could not be kept. */
export function remember(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(`article-comments:${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
