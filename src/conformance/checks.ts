import type { Check } from './check.js';
import { aborting } from './checks/aborting.js';
import { asking } from './checks/asking.js';
import { closing } from './checks/closing.js';
import { counting } from './checks/counting.js';
import { editing } from './checks/editing.js';
import { following } from './checks/following.js';
import { moderating } from './checks/moderating.js';
import { opening } from './checks/opening.js';
import { paging } from './checks/paging.js';
import { removing } from './checks/removing.js';
import { repeating } from './checks/repeating.js';
import { replies } from './checks/replies.js';
import { reportingChecks } from './checks/reporting.js';
import { rights } from './checks/rights.js';
import { statuses } from './checks/statuses.js';
import { submitting } from './checks/submitting.js';
import { textChecks } from './checks/texts.js';
import { viewers } from './checks/viewers.js';
import { voting } from './checks/voting.js';
import { wire } from './checks/wire.js';

/** All checks, what everything else rests upon first. */
export const checks: readonly Check[] = [
  ...opening,
  ...paging,
  ...replies,
  ...asking,
  ...statuses,
  ...textChecks,
  ...submitting,
  ...repeating,
  ...aborting,
  ...wire,
  ...editing,
  ...removing,
  ...rights,
  ...voting,
  ...reportingChecks,
  ...moderating,
  ...closing,
  ...counting,
  ...following,
  ...viewers,
];
