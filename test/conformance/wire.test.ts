import { declareChecks } from './declare-checks.js';
import { wireStage } from './wire-stage.js';

/** What this adapter cannot do, and what needs comments that only the backend can make. */
const elsewhere = ['counts: ', 'replies: ', 'submit: ', 'vote: changes sides'];

declareChecks({ 'an adapter over a line': () => wireStage() }, elsewhere);
