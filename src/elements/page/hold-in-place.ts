import { onOwnMove } from './own-move.js';

/** How long what is above an element may take to get its size, in milliseconds: rows that come into view, pictures, the composer. */
const SETTLING_TIME = 3000;

/**
 * Scrolls an element to an offset from the top of the window, and keeps it there while things above it change their size. Ends with
 * `signal`, when the reader scrolls, follows a link or leaves the page, and after three seconds. Returns a signal of the end.
 */
export function holdInPlace(element: Element, offset: number, signal: AbortSignal): AbortSignal {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const observer = new ResizeObserver(() => {
    if (element.isConnected) scrollTo(element, offset);
    else end();
  });
  const timeout = setTimeout(end, SETTLING_TIME);
  ended.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timeout);
  });
  signal.addEventListener('abort', end, { signal: ended.signal });
  for (const type of ['pagehide', 'hashchange']) addEventListener(type, end, { signal: ended.signal });
  onOwnMove(end, ended.signal);
  scrollTo(element, offset);
  for (let at: Element | undefined = element; at; at = parentOf(at)) observer.observe(at);
  return ended.signal;
}

function scrollTo(element: Element, offset: number): void {
  const distance = element.getBoundingClientRect().top - offset;
  // Scroll positions are rounded.
  if (Math.abs(distance) > 0.5) scrollerOf(element).scrollBy({ top: distance, behavior: 'instant' });
}

/** What scrolls the element: the page, or a part of it. */
function scrollerOf(element: Element): Element {
  const page = document.scrollingElement ?? document.documentElement;
  for (let at = parentOf(element); at && at !== document.body && at !== page; at = parentOf(at))
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return page;
}

/** The parent, across the border of a shadow root. */
function parentOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
}
