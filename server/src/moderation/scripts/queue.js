/** What scripts add to a queue. Without them, its forms and links do the same with a new page for each step. */
import { startActing } from './act.js';
import { startClaiming } from './claim.js';
import { startKeys } from './keys.js';
import { focusFirst } from './rows.js';
import { startSelecting } from './select.js';

startSelecting();
startActing();
startKeys();
startClaiming();
// The page before has led here by keyboard.
if (location.hash === '#first') focusFirst();
