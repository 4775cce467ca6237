import type { LengthUnit } from '../adapter.js';

/** How long a text is, counted as the backend counts it. */
export function textLength(text: string, unit: LengthUnit): number {
  switch (unit) {
    case 'bytes':
      return new TextEncoder().encode(text).length;
    case 'graphemes':
      return countGraphemes(text);
    case 'chars':
      return text.length;
  }
}

function countGraphemes(text: string): number {
  // Where the browser has no segmenter, code points are the nearest count.
  if (!('Segmenter' in Intl)) return Array.from(text).length;
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(text)) count++;
  return count;
}
