import { states } from '../../demo/states/states.js';
import { checkStates } from './check-states.js';

const members = states.filter(({ group }) => group === 'Reading' || group === 'Writing');

checkStates('reading and writing in the demo, in light and dark', members, { lang: 'en', schemes: ['light', 'dark'] });
