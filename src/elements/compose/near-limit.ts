import type { Posting } from '../../model/adapter.js';
import { textLength } from '../../model/drafts/text-length.js';

/** The part of a length limit that is left when the counter is shown. */
const NEAR_LIMIT = 0.2;

/** What is left of a length limit, once that is near; negative beyond it. */
export function nearLimit(text: string, max: Posting['max']): number | undefined {
  const { value, unit } = max ?? { value: Infinity, unit: 'chars' };
  // Bytes and graphemes are at most four times off: far below the limit nothing is counted at a key.
  const left = text.length > value / 5 ? value - textLength(text, unit) : value;
  return left < value * NEAR_LIMIT ? left : undefined;
}
