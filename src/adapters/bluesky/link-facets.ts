import { isWebAddress } from './is-web-address.js';
import type { Facet } from './lexicon.js';

/** The addresses in a text, as the ranges that a post needs for each of them to become a link. */
export function facetsIn(text: string): readonly Facet[] {
  const bytes = (part: string): number => new TextEncoder().encode(part).length;
  return [...text.matchAll(/\bhttps?:\/\/[^\s<>"]+/gi)].flatMap((match) => {
    // A full stop, or the bracket that closes the sentence around it, is not part of an address.
    const uri = match[0].replace(/[.,;:!?'\])]+$/, (end) => (end.startsWith(')') && match[0].includes('(') ? ')' : ''));
    if (!isWebAddress(uri)) return [];
    const byteStart = bytes(text.slice(0, match.index));
    return [{ index: { byteStart, byteEnd: byteStart + bytes(uri) }, features: [{ $type: 'app.bsky.richtext.facet#link', uri }] }];
  });
}
