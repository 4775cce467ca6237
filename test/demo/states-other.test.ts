import { states } from '../../demo/states/states.js';
import { checkStates } from './check-states.js';

const covered = ['Reading', 'Writing', 'Conversation', 'Taking part'];
const members = states.filter(({ group }) => !covered.includes(group));

checkStates('everything else in the demo, in light and dark', members, { lang: 'en', schemes: ['light', 'dark'] });
