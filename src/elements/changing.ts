/** What changes comments. Loaded on the first such press. */
import { Editing } from './editing/index.js';
import { Pinning } from './moderating/pinning.js';
import { Removing } from './removing/index.js';

export const features = [Pinning, Editing, Removing] as const;
