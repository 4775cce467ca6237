import type { ReactiveControllerHost } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import { commentInAddress } from './address.js';
import { withoutHash } from './discussion-of.js';
import { onOwnMove } from './own-move.js';
import { readJson, writeJson } from './storage.js';

/** Where a reader is in a section. */
export interface ListPosition {
  /** The topmost comment in view; null: the reader is in the section, above the comments. */
  readonly id: CommentId | null;
  /** The distance of that comment, or of the section, from the top of the window, in pixels. */
  readonly offset: number;
}

/** Where a reader was in a discussion when they left the page. */
export interface SavedPosition extends ListPosition {
  /** The document that saved it, by the time it was opened. */
  readonly origin: number;
  /** The number of top-level comments that were loaded, in this order. */
  readonly count: number;
  readonly sort: string;
  /** The height of the section, in pixels. */
  readonly height: number;
}

/** Saves where the reader is; undefined: outside of the section. */
export function savePosition(key: string, position: Omit<SavedPosition, 'origin'> | undefined): void {
  // Without storage, the browser restores the position as well as it can.
  writeJson('sessionStorage', storageKey(key), position && { ...position, origin: performance.timeOrigin });
}

/** One small entry for each page, which lasts as long as the tab. `history.state` belongs to the page and its router. */
function storageKey(key: string): string {
  return `article-comments:place:${JSON.stringify([key, withoutHash(location.href)])}`;
}

/** The position to restore: once, and only if the reader returns to the page. */
export function positionToRestore(key: string): SavedPosition | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isReturn = /reload|back_forward/.test(navigation?.type ?? '') || (document as Discardable).wasDiscarded;
  // A router may have shown another article since the page was loaded.
  if (!isReturn || withoutHash(navigation?.name ?? '') !== withoutHash(location.href)) return undefined;
  const saved = readJson('sessionStorage', storageKey(key));
  return isPosition(saved) && saved.origin !== performance.timeOrigin ? saved : undefined;
}

/** Chromium reports whether it had discarded the page to save memory. */
type Discardable = Document & { readonly wasDiscarded?: boolean };

/** False without storage, or if another script has written to the key. */
function isPosition(value: unknown): value is SavedPosition {
  const { id, sort, offset, count, height } = Object(value) as Partial<SavedPosition>;
  const areNumbers = [offset, count, height].every((one) => Number.isFinite(one));
  return areNumbers && [sort, id ?? sort].every((text) => text && typeof text === 'string');
}

type Host = ReactiveControllerHost & HTMLElement;

/** A reader who returns to the page, from the moment the section opens until their position is restored. */
export class ReturningReader {
  /** The position to restore. Undefined once it is restored or the reader has scrolled, and if they were never in this discussion. */
  position: SavedPosition | undefined;
  /** The comment in the address, if the reader had followed that link before they left. */
  linked: CommentId = '';
  readonly #host: Host;
  #key = '';
  #ended = new AbortController();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Reads the position to restore in a discussion, once. */
  positionIn(key: string): SavedPosition | undefined {
    if (key === this.#key) return this.position;
    this.#key = key;
    this.position = positionToRestore(key);
    this.linked = this.position ? commentInAddress() : '';
    this.#ended.abort();
    this.#ended = new AbortController();
    if (this.position) onOwnMove(() => this.#giveUp(), this.#ended.signal);
    this.#reserve(this.position?.height);
    return this.position;
  }

  /** The position is restored, or no longer wanted. */
  arrive(): void {
    this.#ended.abort();
    savePosition(this.#key, (this.position = undefined));
  }

  /** The reader has moved by themselves: rendering need not wait for the position any longer. */
  #giveUp(): void {
    this.arrive();
    this.#host.requestUpdate();
  }

  /**
   * Makes the skeleton as high as the section was. The browser restores its own scroll position while the comments load, and on a shorter
   * page that would end at the footer. With another discussion there is nothing to reserve.
   */
  #reserve(height: number | undefined): void {
    this.#host.style.setProperty('--_reserved', height ? `${height}px` : '');
  }
}
