import type { Facet } from './lexicon.js';
import { isWebUrl } from './web-url.js';

/** Finds the URLs in a text. Bluesky shows a URL as a link only if a facet marks it. */
export function findLinks(text: string): readonly Facet[] {
  const byteLength = (part: string): number => new TextEncoder().encode(part).length;
  return [...text.matchAll(/\bhttps?:\/\/[^\s<>"]+/gi)].flatMap((match) => {
    // Punctuation at the end belongs to the sentence, and so does a bracket that the URL does not open.
    const uri = match[0].replace(/[.,;:!?'\])]+$/, (end) => (end.startsWith(')') && match[0].includes('(') ? ')' : ''));
    if (!isWebUrl(uri)) return [];
    const byteStart = byteLength(text.slice(0, match.index));
    return [
      {
        index: { byteStart, byteEnd: byteStart + byteLength(uri) },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
      },
    ];
  });
}
