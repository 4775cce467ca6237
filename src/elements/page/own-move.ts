/** Input that scrolls the page or presses something. A `scroll` event is no evidence: the browser scrolls, too. */
const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Calls `listener` when the reader scrolls or presses something, until `signal` is aborted. */
export function onOwnMove(listener: () => void, signal: AbortSignal): void {
  const onMove = (event: Event): void => {
    // The key that reloaded the page may still be held down.
    if (!(event as Partial<KeyboardEvent>).repeat) listener();
  };
  for (const type of OWN_MOVES) addEventListener(type, onMove, { capture: true, passive: true, signal });
}
