import { states } from '../../demo/states/states.js';
import { checkStates } from './check-states.js';

const members = states.filter(({ group }) => group === 'Conversation' || group === 'Taking part');

checkStates('conversations in the demo, in light and dark', members, { lang: 'en', schemes: ['light', 'dark'] });
