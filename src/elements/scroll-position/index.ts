import type { ReactiveController } from 'lit';
import { rootCount } from '../../model/state/discussion-state.js';
import { PREFIX } from '../../presentation/comment-address.js';
import { type SavedPosition, savePosition } from '../page/saved-position.js';
import type { Section } from '../section.js';

/** Saves the scroll position when the reader leaves the page. */
export class ScrollPosition implements ReactiveController {
  readonly #section: Section;
  #disconnected = new AbortController();

  constructor(section: Section) {
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

/** The topmost comment in view, or the section if there is none near the top. Undefined if the reader is outside of the section. */
function topInView(section: DOMRect, list: Element): Pick<SavedPosition, 'id' | 'offset'> | undefined {
  const middle = innerHeight / 2;
  if (section.top > middle || section.bottom < 0) return undefined;
  const isInView = (element: Element): boolean => element.getBoundingClientRect().bottom > 0;
  // Blocks first: measuring the rows of a skipped block would lay it out.
  const block = [...list.children].find(isInView) ?? list.lastElementChild;
  const rows = [...(block?.children ?? [])].filter(({ id }) => id.startsWith(PREFIX));
  const row = rows.find(isInView) ?? rows.at(-1);
  const { top = Infinity } = row?.getBoundingClientRect() ?? {};
  return row && top <= middle ? { id: row.id.slice(PREFIX.length), offset: top } : { id: null, offset: section.top };
}
