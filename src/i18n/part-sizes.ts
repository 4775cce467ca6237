import type { PartName } from './messages.js';

/** How many messages each part has in English, in all its groups. So a language that lacks some is noticed without loading English. */
export const partSizes: Readonly<Record<PartName, number>> = {
  visit: 47,
  takingPart: 120,
  changing: 43,
  legal: 45,
  moderation: 32,
};
