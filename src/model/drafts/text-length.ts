import type { LengthUnit } from '../adapter.js';

/**
 * The most UTF-8 bytes that count as one grapheme. Letters of every script have fewer, and all but a few emoji. Without this limit, a
 * letter followed by 100,000 combining marks would count as one.
 */
const MAX_GRAPHEME_BYTES = 32;

/** The length of a text in the unit the backend counts in. */
export function textLength(text: string, unit: LengthUnit): number {
  switch (unit) {
    case 'bytes':
      return countBytes(text);
    case 'graphemes':
      return Math.max(countGraphemes(text), Math.ceil(countBytes(text) / MAX_GRAPHEME_BYTES));
    case 'chars':
      return text.length;
  }
}

const countBytes = (text: string): number => new TextEncoder().encode(text).length;

/** Without a segmenter, code points come closest. */
const countGraphemes = (text: string): number =>
  Array.from<unknown>('Segmenter' in Intl ? new Intl.Segmenter().segment(text) : text).length;
