/** Which comments a moderator reads before others do: for a site, and for a single discussion. */
import type { HouseRules } from './house-rules.js';

/** In the order of strictness. `words`: only those with a word from the list. Each of the others includes these. */
export const holds = ['words', 'guests', 'first-comments', 'everything'] as const;

export type Hold = (typeof holds)[number];

export const isHold = (text: string): text is Hold => holds.some((hold) => hold === text);

/** The rules with another setting for what is held. Without a setting, they stay as they are. Guests who may not write still may not. */
export function withHold(rules: HouseRules, hold: Hold | null | undefined): HouseRules {
  if (hold == null) return rules;
  return {
    ...rules,
    guests: rules.guests === 'none' ? 'none' : hold === 'guests' ? 'held' : 'allowed',
    review: hold === 'guests' ? 'words' : hold,
  };
}

/** What the rules hold. There are two values for a site that holds guests and first comments. */
export const holdsOf = ({ guests, review }: HouseRules): readonly Hold[] => [
  ...(guests === 'held' && review !== 'everything' ? (['guests'] as const) : []),
  ...(guests === 'held' && review === 'words' ? [] : [review]),
];
