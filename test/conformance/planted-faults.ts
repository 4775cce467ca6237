import { commentModerationFaults } from './planted-faults/comment-moderation.js';
import { interactionFaults } from './planted-faults/interaction.js';
import { networkFaults } from './planted-faults/network.js';
import { notifyFaults } from './planted-faults/notify.js';
import type { PlantedFault } from './planted-faults/planted-fault.js';
import { postingFaults } from './planted-faults/posting.js';
import { readingFaults } from './planted-faults/reading.js';
import { subscribeAndViewerFaults } from './planted-faults/subscribe-and-viewer.js';
import { tokenFaults } from './planted-faults/token.js';

export const plantedFaults: readonly PlantedFault[] = [
  ...readingFaults,
  ...postingFaults,
  ...notifyFaults,
  ...interactionFaults,
  ...commentModerationFaults,
  ...subscribeAndViewerFaults,
  ...networkFaults,
  ...tokenFaults,
];
