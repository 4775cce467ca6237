/** Every state of the comments section, as data: the page shows them, and tests can go through them. */
import { closingStates } from './states/closing.js';
import { contentStates } from './states/content.js';
import { conversationStates } from './states/conversation.js';
import type { DemoState } from './states/demo-state.js';
import { languageStates } from './states/language-and-look.js';
import { readingStates } from './states/reading.js';
import { reportingStates } from './states/reporting.js';
import { setUpStates } from './states/set-up.js';
import { takingPartStates } from './states/taking-part.js';
import { writingStates } from './states/writing.js';

export type { DemoAction, DemoSection, DemoState } from './states/demo-state.js';

export const states: readonly DemoState[] = [
  ...readingStates,
  ...conversationStates,
  ...writingStates,
  ...takingPartStates,
  ...closingStates,
  ...reportingStates,
  ...contentStates,
  ...languageStates,
  ...setUpStates,
];
