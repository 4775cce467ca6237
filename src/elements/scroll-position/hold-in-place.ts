import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { layOutAround } from '../list/row-list.js';
import { onOwnMove } from '../page/own-move.js';

/** Time for content above an element to get its final size, in milliseconds: rows that come into view, pictures, the composer. */
const SETTLING_TIME = 3000;

/**
 * Scrolls an element to an offset from the top of the window, and keeps it there while content above it changes its size. Ends with
 * `signal`, when the reader scrolls, follows a link or leaves the page, or after three seconds. Returns a signal that is then aborted.
 */
export function holdInPlace(element: Element, offset: number, signal: AbortSignal): AbortSignal {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const observer = new ResizeObserver(() => {
    if (!element.isConnected) return end();
    scrollTo(element, offset);
    // Rows that come into view change the sizes again, in the same frame: the window would report an error.
    observer.disconnect();
    requestAnimationFrame(observe);
  });
  const observe = (): void => {
    if (ended.signal.aborted) return;
    for (let at: Element | undefined = element; at; at = parentOf(at)) observer.observe(at);
  };
  const timeout = setTimeout(end, SETTLING_TIME);
  ended.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timeout);
  });
  signal.addEventListener('abort', end, { signal: ended.signal });
  for (const type of ['pagehide', 'hashchange']) addEventListener(type, end, { signal: ended.signal });
  onOwnMove(end, ended.signal);
  layOutAround(element);
  scrollTo(element, offset);
  observe();
  return ended.signal;
}

/**
 * Keeps what `find` returns where it is in the window while the section updates: when comments are added above it, or a button below it is
 * removed. (When WebKit removes an element with the focus, it lays out the page before the added content has a size. A page that is
 * scrolled to its end would move.) The function returned ends it, after the rendered content has got its size.
 */
export function holdWhileRendering(host: ReactiveControllerHost, find: () => Element | null | undefined): () => void {
  let held = new AbortController();
  let offset = NaN;
  const controller: ReactiveController = {
    hostUpdate() {
      const element = find();
      if (!element?.isConnected) return;
      held.abort();
      const { signal } = (held = new AbortController());
      // Measured before each update, as the reader may have scrolled. Scroll positions are rounded: the errors must not add up over
      // several pages.
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

/** The scroll container of an element. */
function scrollerOf(element: Element): Element {
  const page = document.scrollingElement ?? document.documentElement;
  for (let at = parentOf(element); at && at !== document.body && at !== page; at = parentOf(at))
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return page;
}

/** The parent, also out of a shadow root. */
function parentOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
}
