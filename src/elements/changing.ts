/** What changes a comment but its text. Loaded on the first such press. */
import { Pinning } from './moderating/pinning.js';
import { Removing } from './removing/index.js';

export const features = [Pinning, Removing] as const;
