import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onOwnMove } from './returning-reader.js';

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

/**
 * Keeps an element where it is in the window while the section is drawn, whether comments are added above it or a button below it
 * goes away. WebKit lays the page out when an element with the focus is removed, before what was added has a size: a page that is
 * scrolled to its end would move. The function that is returned ends it, once all that was drawn has settled.
 */
export function holdWhileDrawing(host: ReactiveControllerHost, element: Element | null | undefined): () => void {
  let held = new AbortController();
  let offset = NaN;
  const controller: ReactiveController = {
    hostUpdate() {
      if (!element?.isConnected) return;
      held.abort();
      const { signal } = (held = new AbortController());
      // Measured before each drawing: the reader may have moved since the last one. Scroll positions are rounded, and the errors of
      // several pages must not add up.
      const { top } = element.getBoundingClientRect();
      if (!(Math.abs(top - offset) < 1)) offset = top;
      void host.updateComplete.then(() => signal.aborted || holdInPlace(element, offset, signal));
    },
  };
  host.addController(controller);
  return () => host.removeController(controller);
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
