/**
 * Where a reader was in a discussion when the page was left. Kept in `sessionStorage`, so that it goes with the tab, and not in
 * `history.state`, which belongs to the page and its router.
 */
import type { CommentId } from '../../model/adapter.js';
import { withoutHash } from '../page/address.js';

export interface KeptPlace {
  /** The key of the discussion. */
  readonly key: string;
  /** The page's address, without hash. */
  readonly url: string;
  /** The document that kept it, as the time at which that began. */
  readonly origin: number;
  /** The topmost comment in view; null: the reader was above the comments, in the section. */
  readonly id: CommentId | null;
  /** How far below the top of the window that comment, or the section, began, in pixels. */
  readonly offset: number;
  /** The number of top-level comments that had been loaded, in this order. */
  readonly count: number;
  readonly sort: string;
  /** From the top of the list to the end of the section, in pixels. */
  readonly height: number;
}

const STORAGE_KEY = 'article-comments:places';

/** As many pages as a reader may go back. */
const MAX_PLACES = 20;

/** The place to bring the reader back to: only where the browser brings the page back, and once. */
export function placeToReturnTo(key: string): KeptPlace | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isReturn = /reload|back_forward/.test(navigation?.type ?? '') || (document as Discardable).wasDiscarded;
  // A router may have led on to another article since the page was loaded.
  if (!isReturn || withoutHash(navigation?.name ?? '') !== withoutHash(location.href)) return undefined;
  return keptPlaces().find((place) => isHere(place, key) && place.origin !== performance.timeOrigin);
}

/** Keeps where the reader is; undefined: outside of the section. */
export function keepPlace(key: string, place: Omit<KeptPlace, 'key' | 'url' | 'origin'> | undefined): void {
  const others = keptPlaces().filter((other) => !isHere(other, key));
  const own = place ? [{ ...place, key, url: withoutHash(location.href), origin: performance.timeOrigin }] : [];
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...own, ...others].slice(0, MAX_PLACES)));
  } catch {
    // Without storage the browser brings the reader back as far as it can.
  }
}

function isHere({ key, url }: KeptPlace, wanted: string): boolean {
  return key === wanted && url === withoutHash(location.href);
}

/** Empty without storage, and when another script has written to our key. */
function keptPlaces(): readonly KeptPlace[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '');
    return Array.isArray(kept) ? kept.filter(isPlace) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is KeptPlace {
  const { id, offset, count, height } = Object(value) as Partial<KeptPlace>;
  const areNumbers = [offset, count, height].every((one) => Number.isFinite(one));
  return areNumbers && (id === null || typeof id === 'string');
}

/** Chromium says whether it had thrown the page away to save memory. */
type Discardable = Document & { readonly wasDiscarded?: boolean };
