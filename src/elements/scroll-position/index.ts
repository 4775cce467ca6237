import type { ReactiveController } from 'lit';
import { rootCount } from '../../model/state/discussion-state.js';
import { topInView } from '../list/focus-comment.js';
import { savePosition } from '../page/saved-position.js';
import type { SectionFrame } from '../section-frame.js';

/** Saves the scroll position when the reader leaves the page. */
export class ScrollPosition implements ReactiveController {
  readonly #section: SectionFrame;
  #disconnected = new AbortController();

  constructor(section: SectionFrame) {
    this.#section = section;
    section.host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#disconnected = new AbortController());
    addEventListener('pagehide', this.#onLeave, { signal });
    // The browser may discard a tab in the background without another event.
    document.addEventListener('visibilitychange', this.#onLeave, { signal });
  }

  hostDisconnected(): void {
    this.#disconnected.abort();
  }

  readonly #onLeave = ({ type }: Event): void => {
    const { host, root, store, returning } = this.#section;
    const { discussion, sort } = store.state;
    const list = root.querySelector('[part=list]');
    if (type !== 'pagehide' && document.visibilityState === 'visible') return;
    // Until it is restored, the saved position remains valid.
    if (!discussion || !list || returning.position) return;
    const section = host.getBoundingClientRect();
    const top = topInView(section, list);
    savePosition(discussion.key, top && { ...top, sort, count: rootCount(store.state), height: section.height });
  };
}
