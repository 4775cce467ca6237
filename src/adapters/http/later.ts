/** What the first page of comments does not need: failures, counts, events, and what somebody does who takes part. */
export { countsOf } from './counts.js';
export { failureOf } from './failure-of.js';
export { follow } from './follow.js';
export { operationsOf } from './operations.js';
