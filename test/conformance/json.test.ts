import { declareChecks } from './declare-checks.js';
import { jsonStage } from './json-stage.js';

/** Checks of methods that this adapter lacks, or of comments that only the backend can create. */
const testedElsewhere = [
  'decisions: ',
  'filters: ',
  'notices: ',
  'counts: ',
  'orders: ',
  'replies: ',
  'submit: ',
  'vote: a downvote replaces an upvote',
  'vote: a final vote',
];

declareChecks({ 'an adapter with a network': () => jsonStage() }, testedElsewhere);
