/** Every attack in every place. `npm test` tries all of them as comments, and a sample in the other places. */
import { declareAttacks } from '../../support/attacks/attack-suite.js';
import { attacks } from '../../support/attacks/attacks.js';

for (const kind of ['module', 'classic'] as const) declareAttacks({ kind, together: attacks, apart: attacks });
