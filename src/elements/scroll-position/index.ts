import type { ReactiveController } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import { allComments, rootCount } from '../../model/state/discussion-state.js';
import { rowOf } from '../list/focus-comment.js';
import { PREFIX } from '../../presentation/comment-address.js';
import type { Feature, Section } from '../section.js';
import { shared } from '../shared.js';
import { holdInPlace } from './hold-in-place.js';
import { type SavedPosition, savePosition } from '../page/saved-position.js';

/** A search for comments that are on no loaded page. */
interface Search {
  readonly position: SavedPosition;
  isOver: boolean;
}

/** Saves the scroll position when the reader leaves the page, and restores it when they return. */
export class ScrollPosition implements Feature, ReactiveController {
  readonly #section: Section;
  #disconnected = new AbortController();
  #search: Search | undefined;

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

  /**
   * Whether the comment of the saved position, and the one in the address, are loaded or cannot be found. Starts to search for those on
   * no loaded page.
   */
  isReady(): boolean {
    const { store, returning } = this.#section;
    const { position } = returning;
    if (!position) return true;
    const known = new Set(allComments(store.state).map(({ id }) => id));
    const missing = [position.id, returning.linked].filter((id) => id && !known.has(id)) as CommentId[];
    if (missing.length === 0) return true;
    if (this.#search?.position !== position) void this.#find(missing, (this.#search = { position, isOver: false }));
    return this.#search?.isOver ?? false;
  }

  /** Right after the first rendering of the comments: restores the position. The focus stays where it is. */
  afterUpdate(): void {
    const { root, returning } = this.#section;
    const { position } = returning;
    if (!position || !root.querySelector('[part=list]')) return;
    const { id, offset } = position;
    const row = id === null ? null : rowOf(root, id);
    // If the comment no longer exists, the start of the section. The comment in the address may still be found.
    const isLost = id !== null && !row;
    if (isLost) returning.linked = '';
    const anchor = row ?? root.querySelector('section');
    if (anchor) takeOverScrolling(holdInPlace(anchor, isLost ? 0 : offset, this.#disconnected.signal));
    returning.arrive();
  }

  async #find(ids: readonly CommentId[], search: Search): Promise<void> {
    for (const id of ids) await shared(this.#section, DiscussionExplorer).find(id);
    search.isOver = true;
    this.#section.host.requestUpdate();
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
    const height = section.bottom - list.getBoundingClientRect().top;
    savePosition(discussion.key, top && { ...top, sort, count: rootCount(store.state), height });
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

/**
 * Prevents the browser from restoring its own scroll position, which belongs to another list, while the page loads. The publisher's
 * setting is restored when `held` is aborted: it also applies to the pages before and after this one.
 */
function takeOverScrolling(held: AbortSignal): void {
  const { scrollRestoration } = history;
  history.scrollRestoration = 'manual';
  held.addEventListener('abort', () => (history.scrollRestoration = scrollRestoration));
}
