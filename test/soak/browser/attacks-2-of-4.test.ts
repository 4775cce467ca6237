import { declareEveryAttack } from '../../support/attacks/every-attack.js';

declareEveryAttack(2);
