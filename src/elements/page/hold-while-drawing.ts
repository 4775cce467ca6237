import type { ReactiveController } from 'lit';
import type { SectionHost } from '../section-host.js';
import { holdInPlace } from './hold-in-place.js';

/**
 * Keeps an element where it is in the window while the section is drawn, whether comments are added above it or a button below it
 * goes away. WebKit lays the page out when an element with the focus is removed, before what was added has a size: a page that is
 * scrolled to its end would move. The function that is returned ends it, once all that was drawn has settled.
 */
export function holdWhileDrawing(host: SectionHost, element: Element | null | undefined): () => void {
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
