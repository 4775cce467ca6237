import type { LengthUnit } from '../adapter.js';

/** The length of a text in the unit the backend counts in. */
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
  // Without a segmenter, code points come closest.
  if (!('Segmenter' in Intl)) return Array.from(text).length;
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(text)) count++;
  return count;
}
