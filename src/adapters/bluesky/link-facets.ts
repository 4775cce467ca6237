import { findUrls } from '../../content/find-urls.js';
import type { Facet } from './lexicon.js';
import { isWebUrl } from './web-url.js';

/** Finds the URLs in a text. Bluesky shows a URL as a link only if a facet marks it. */
export function findLinks(text: string): readonly Facet[] {
  const byteLength = (part: string): number => new TextEncoder().encode(part).length;
  return findUrls(text).flatMap(({ url: uri, index }) => {
    if (!isWebUrl(uri)) return [];
    const byteStart = byteLength(text.slice(0, index));
    return [
      {
        index: { byteStart, byteEnd: byteStart + byteLength(uri) },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
      },
    ];
  });
}
