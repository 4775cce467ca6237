import { changingSize } from './changing-messages.js';
import { legalSize } from './legal-messages.js';
import type { PartName } from './messages.js';
import { moderationSize } from './moderation-messages.js';
import { takingPartSize } from './taking-part-messages.js';
import { visitSize } from './visit-messages.js';

/** How many messages each part has in English, so that a language that lacks some is noticed without loading English. */
export const partSizes: Readonly<Record<PartName, number>> = {
  visit: visitSize,
  takingPart: takingPartSize,
  changing: changingSize,
  legal: legalSize,
  moderation: moderationSize,
};
