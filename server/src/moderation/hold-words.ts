import { type Hold, holdsOf } from '../discussion/hold.js';
import type { HouseRules } from '../house-rules.js';
import type { ModerationWords } from './languages/en.js';
import type { MarkupValue } from './markup.js';
import type { PageWords } from './page-words.js';

/** The words for each setting of what is held. */
export const holdWords = {
  words: 'holdWords',
  guests: 'holdGuests',
  'first-comments': 'holdFirst',
  everything: 'holdEverything',
} as const satisfies Record<Hold, keyof ModerationWords>;

/** What the rules hold. */
export const holdsText = (rules: HouseRules, { own }: PageWords): MarkupValue =>
  holdsOf(rules).map((hold, index) => [index > 0 && ', ', own[holdWords[hold]]]);
