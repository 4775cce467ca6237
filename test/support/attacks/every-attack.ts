/** Every attack in every place. `npm test` tries all of them as comments, and a sample in the other places. */
import { declareAttacks } from './attack-suite.js';
import { attacks } from './attacks.js';

/** Takes a quarter of the attacks, since a file of tests has two minutes, also on a busy machine. */
export function declareEveryAttack(quarter: 1 | 2 | 3 | 4): void {
  const size = Math.ceil(attacks.length / 4);
  const some = attacks.slice((quarter - 1) * size, quarter * size);
  for (const kind of ['module', 'classic'] as const) declareAttacks({ kind, together: some, apart: some });
}
