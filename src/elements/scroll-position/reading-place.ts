import type { ReactiveController } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import type { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import { allComments, rootCount } from '../../model/state/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { rowOf } from '../list/focus-comment.js';
import { PREFIX } from '../../presentation/comment-address.js';
import type { SectionHost } from '../section-host.js';
import { holdInPlace } from '../page/hold-in-place.js';
import { type KeptPlace, keepPlace } from './saved-position.js';
import type { ReturningReader } from './returning-reader.js';

interface ReadingPlaceOptions {
  readonly store: DiscussionStore;
  readonly explorer: DiscussionExplorer;
  readonly returning: ReturningReader;
}

/** The search for comments that no page has brought. */
interface Search {
  readonly place: KeptPlace;
  isOver: boolean;
}

/** Keeps the reader's place when the page is left, and brings them back to it. */
export class ReadingPlace implements ReactiveController {
  readonly #host: SectionHost;
  readonly #options: ReadingPlaceOptions;
  #disconnected = new AbortController();
  #search: Search | undefined;

  constructor(host: SectionHost, options: ReadingPlaceOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#disconnected = new AbortController());
    addEventListener('pagehide', this.#onLeave, { signal });
    // A tab in the background may be thrown away without another event.
    document.addEventListener('visibilitychange', this.#onLeave, { signal });
  }

  hostDisconnected(): void {
    this.#disconnected.abort();
  }

  /**
   * Whether the comment that the reader was at, and the one in the address, have been loaded or cannot be. Loads what no page has brought.
   */
  isReadyFor(place: KeptPlace): boolean {
    const { store, returning } = this.#options;
    const known = new Set(allComments(store.state).map(({ id }) => id));
    const missing = [place.id, returning.linked].filter((id) => id && !known.has(id)) as CommentId[];
    if (missing.length === 0) return true;
    if (this.#search?.place !== place) void this.#find(missing, (this.#search = { place, isOver: false }));
    return this.#search?.isOver ?? false;
  }

  /** Right after the first drawing of the comments: brings the reader back. The focus stays where it is. */
  restore({ id, offset }: KeptPlace): void {
    const { returning } = this.#options;
    const { renderRoot } = this.#host;
    const row = id === null ? null : rowOf(renderRoot, id);
    // In place of a comment that is gone, the section's beginning. The link in the address may still lead somewhere.
    const isLost = id !== null && !row;
    if (isLost) returning.linked = '';
    const anchor = row ?? renderRoot.querySelector('section');
    if (anchor) leaveScrollingToUs(holdInPlace(anchor, isLost ? 0 : offset, this.#disconnected.signal));
    returning.arrive();
  }

  async #find(ids: readonly CommentId[], search: Search): Promise<void> {
    for (const id of ids) await this.#options.explorer.find(id);
    search.isOver = true;
    this.#host.requestUpdate();
  }

  readonly #onLeave = ({ type }: Event): void => {
    const { store, returning } = this.#options;
    const { discussion, sort } = store.state;
    const list = this.#host.renderRoot.querySelector('[part=list]');
    if (type !== 'pagehide' && document.visibilityState === 'visible') return;
    // Until they are where they were, what was kept then holds.
    if (!discussion || !list || returning.place) return;
    const section = this.#host.getBoundingClientRect();
    const top = topInView(this.#host.getBoundingClientRect(), list);
    const height = section.bottom - list.getBoundingClientRect().top;
    keepPlace(discussion.key, top && { ...top, sort, count: rootCount(store.state), height });
  };
}

/** The topmost comment in view; without one near the top, the section; undefined outside of it. */
function topInView(section: DOMRect, list: Element): Pick<KeptPlace, 'id' | 'offset'> | undefined {
  const middle = innerHeight / 2;
  if (section.top > middle || section.bottom < 0) return undefined;
  const isInView = (element: Element): boolean => element.getBoundingClientRect().bottom > 0;
  // Blocks first: looking into one that is skipped would have it laid out.
  const block = [...list.children].find(isInView) ?? list.lastElementChild;
  const rows = [...(block?.children ?? [])].filter(({ id }) => id.startsWith(PREFIX));
  const row = rows.find(isInView) ?? rows.at(-1);
  const { top = Infinity } = row?.getBoundingClientRect() ?? {};
  return row && top <= middle ? { id: row.id.slice(PREFIX.length), offset: top } : { id: null, offset: section.top };
}

/**
 * The browser may restore its own scroll position once more while the page loads, over ours: that of another list. Once `held` is
 * aborted, the setting is the publisher's again, for the article and for the pages before and after this one.
 */
function leaveScrollingToUs(held: AbortSignal): void {
  const { scrollRestoration } = history;
  history.scrollRestoration = 'manual';
  held.addEventListener('abort', () => (history.scrollRestoration = scrollRestoration));
}
