/** What follows links to comments. Loaded if the address names one, and with the first such press. */
import { Gaps } from './finding/gaps.js';
import { Permalinks } from './finding/permalinks.js';
import { LinkedReport } from './reporting/linked-report.js';
import { ReturningVote } from './voting/returning-vote.js';

export const features = [Permalinks, Gaps, ReturningVote, LinkedReport] as const;
