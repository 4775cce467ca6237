/** Calls `act` once the page is parsed, at the latest: before that, the comments in an element may not have arrived yet. */
export function whenParsed(act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('readystatechange', act, { once: true });
  else act();
}
