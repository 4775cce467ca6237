/**
 * Where a reader was in a discussion when they left the page, and the way back there. The positions are in `sessionStorage`, so that
 * they last as long as the tab. `history.state` belongs to the page and its router.
 */
import type { ReactiveControllerHost } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import { commentInAddress, withoutHash } from './address.js';
import { readJson, writeJson } from './storage.js';

export interface SavedPosition {
  /** The key of the discussion. */
  readonly key: string;
  /** The page's address, without hash. */
  readonly url: string;
  /** The document that saved it, by the time it was opened. */
  readonly origin: number;
  /** The topmost comment in view; null: the reader was in the section, above the comments. */
  readonly id: CommentId | null;
  /** The distance of that comment, or of the section, from the top of the window, in pixels. */
  readonly offset: number;
  /** The number of top-level comments that were loaded, in this order. */
  readonly count: number;
  readonly sort: string;
  /** From the top of the list to the end of the section, in pixels. */
  readonly height: number;
}

const STORAGE_KEY = 'article-comments:places';

/** As many pages as a reader may go back. */
const MAX_POSITIONS = 20;

/** Saves where the reader is; undefined: outside of the section. */
export function savePosition(key: string, position: Omit<SavedPosition, 'key' | 'url' | 'origin'> | undefined): void {
  const others = savedPositions().filter((other) => !isHere(other, key));
  const own = position ? [{ ...position, key, url: withoutHash(location.href), origin: performance.timeOrigin }] : [];
  // Without storage, the browser restores the position as well as it can.
  writeJson('sessionStorage', STORAGE_KEY, [...own, ...others].slice(0, MAX_POSITIONS));
}

/** The position to restore: once, and only if the reader returns to the page. */
function positionToRestore(key: string): SavedPosition | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isReturn = /reload|back_forward/.test(navigation?.type ?? '') || (document as Discardable).wasDiscarded;
  // A router may have shown another article since the page was loaded.
  if (!isReturn || withoutHash(navigation?.name ?? '') !== withoutHash(location.href)) return undefined;
  return savedPositions().find((position) => isHere(position, key) && position.origin !== performance.timeOrigin);
}

/** Chromium reports whether it had discarded the page to save memory. */
type Discardable = Document & { readonly wasDiscarded?: boolean };

function isHere({ key, url }: SavedPosition, wanted: string): boolean {
  return key === wanted && url === withoutHash(location.href);
}

/** Empty without storage, or if another script has written to the key. */
function savedPositions(): readonly SavedPosition[] {
  const saved = readJson('sessionStorage', STORAGE_KEY);
  return Array.isArray(saved) ? saved.filter(isPosition) : [];
}

function isPosition(value: unknown): value is SavedPosition {
  const { id, offset, count, height } = Object(value) as Partial<SavedPosition>;
  const areNumbers = [offset, count, height].every((one) => Number.isFinite(one));
  return areNumbers && (id === null || typeof id === 'string');
}

type Host = ReactiveControllerHost & { readonly renderRoot: ShadowRoot };

/** A reader who returns to the page, from the moment the section opens until their position is restored. */
export class ReturningReader {
  /** The position to restore. Undefined once it is restored or the reader has scrolled, and if they were never in this discussion. */
  position: SavedPosition | undefined;
  /** The comment in the address, if the reader had followed that link before they left. */
  linked: CommentId = '';
  readonly #host: Host;
  #key: string | undefined;
  #ended = new AbortController();
  #reserved: CSSStyleSheet | undefined;

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
    if (!this.position) return;
    this.#ended.abort();
    savePosition(this.position.key, undefined);
    this.position = undefined;
  }

  /** The reader has moved by themselves: rendering need not wait for the position any longer. */
  #giveUp(): void {
    this.arrive();
    this.#host.requestUpdate();
  }

  /**
   * Makes the skeleton as high as the comments were. The browser restores its own scroll position while they load, and on a shorter
   * page that would end at the footer.
   */
  #reserve(height: number | undefined): void {
    if (height === undefined && !this.#reserved) return;
    const { renderRoot } = this.#host;
    if (!this.#reserved) renderRoot.adoptedStyleSheets.push((this.#reserved = new CSSStyleSheet()));
    // The grey lines stay in view. With another discussion there is nothing to reserve.
    const rules = `.loading{min-block-size:${height}px}.loading>div{position:sticky;inset-block-start:1.5rem}`;
    this.#reserved.replaceSync(height === undefined ? '' : rules);
  }
}

/** Input that scrolls the page or presses something. A `scroll` event is no evidence: the browser scrolls, too. */
const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Calls `listener` when the reader scrolls or presses something, until `signal` is aborted. */
export function onOwnMove(listener: () => void, signal: AbortSignal): void {
  const onMove = (event: Event): void => {
    // The key that reloaded the page may still be held down.
    if (!(event as Partial<KeyboardEvent>).repeat) listener();
  };
  for (const type of OWN_MOVES) addEventListener(type, onMove, { capture: true, passive: true, signal });
}
