import { states } from '../../demo/states/states.js';
import { checkStates } from './check-states.js';

checkStates('all states of the demo, from right to left', states, { lang: 'ar', schemes: ['light'] });
