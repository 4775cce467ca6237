/** What the first page of comments does not need: failures, counts, events, and what somebody does who takes part. */
export { countsOf } from './counts.js';
export { failureOf, noAnswer } from './failure-of.js';
export { keepLine } from './keep-line.js';
export { operationsOf } from './operations.js';
export { readOn } from './read-on.js';
export { tokenAfter } from './fresh-token.js';
