/**
 * What readers do not need to see the comments: writing and live changes. One file, because each alone would be a request of half a kilobyte,
 * and a reader who writes mostly follows the discussion already.
 */
export { followEvents } from './events.js';
export { createOperations } from './operations.js';
