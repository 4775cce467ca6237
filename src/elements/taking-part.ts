/** What writers, voters and reporters need. Loaded on the first press or with a saved draft. */
import { Composer } from './composing/composer.js';
import { Editing } from './editing/index.js';
import { Pinning } from './moderating/pinning.js';
import { Removing } from './removing/index.js';
import { Reporting } from './reporting/index.js';
import { Voting } from './voting/index.js';

export const features = [Composer, Voting, Pinning, Reporting, Editing, Removing] as const;
