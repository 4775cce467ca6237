/** Loaded for a reader who returns to the page. */
import type { ReactiveController } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import { allComments } from '../../model/state/discussion-state.js';
import { rowOf } from '../list/focus-comment.js';
import type { SavedPosition } from '../page/saved-position.js';
import type { Feature } from '../section.js';
import type { SectionFrame } from '../section-frame.js';
import { shared } from '../shared.js';
import { holdInPlace } from './hold-in-place.js';

/** A search for comments that are on no loaded page. */
interface Search {
  readonly position: SavedPosition;
  isOver: boolean;
}

/** Restores the scroll position of a reader who returns. */
class Restoring implements Feature, ReactiveController {
  readonly #section: SectionFrame;
  #disconnected = new AbortController();
  #search: Search | undefined;

  constructor(section: SectionFrame) {
    this.#section = section;
    section.host.addController(this);
  }

  hostConnected(): void {
    this.#disconnected = new AbortController();
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
    try {
      const { DiscussionExplorer } = await import('../../model/discussion/discussion-explorer.js');
      for (const id of ids) await shared(this.#section, DiscussionExplorer).find(id);
    } catch {
      // Without the code, the reader returns to the start of the section.
    }
    search.isOver = true;
    this.#section.host.requestUpdate();
  }
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

export const features = [Restoring] as const;
