import type { LengthUnit, Posting } from '../adapter.js';

/**
 * The most UTF-8 bytes that count as one grapheme. Letters of every script have fewer, and all but a few emoji. Without this limit, a
 * letter followed by 100,000 combining marks would count as one.
 */
const MAX_GRAPHEME_BYTES = 32;

/**
 * UTF-16 code units that are segmented at once. In Node 20, each segment has a copy of the whole text: counting 100,000 letters at once
 * took four seconds, and more memory than a process has if the segments were in one list.
 */
const PART = 256;

/** The counter appears when less than this part of the limit remains. */
const NEAR_LIMIT = 0.2;

/**
 * The length of a text in the unit the backend counts in. `max`: the limit that it is compared with. Graphemes are counted one by one up
 * to twice the limit. Of a longer text, the rest is counted in code points: that is quicker, and never less.
 */
export function textLength(text: string, unit: LengthUnit, max = Infinity): number {
  if (unit === 'chars') return text.length;
  const bytes = new TextEncoder().encode(text).length;
  if (unit === 'bytes') return bytes;
  let count = 0;
  // Without a segmenter, code points come closest.
  if ('Segmenter' in Intl) {
    const segmenter = new Intl.Segmenter();
    while (text && count < 2 * max) {
      // A part ends before the last grapheme, which may be incomplete. One that fills the part is counted in pieces.
      const end = segmenter.segment(text.slice(0, PART)).containing(PART - 2)?.index || PART;
      count += [...segmenter.segment(text.slice(0, end))].length;
      text = text.slice(end);
    }
  }
  return Math.max(count + [...text].length, Math.ceil(bytes / MAX_GRAPHEME_BYTES));
}

/** How many characters remain of a length limit; negative beyond it. Undefined far from the limit, and without one. */
export function charactersLeft(text: string, max: Posting['max']): number | undefined {
  if (!max) return undefined;
  const { value, unit } = max;
  const left = value - textLength(text, unit, value);
  return left < value * NEAR_LIMIT ? left : undefined;
}
