/** Every state of the comments section, as data for the page and the tests. */
import { closingStates } from './groups/closing.js';
import { contentStates } from './groups/content.js';
import { conversationStates } from './groups/conversation.js';
import type { DemoState } from './demo-state.js';
import { languageStates } from './groups/language-and-look.js';
import { moderatingStates } from './groups/moderating.js';
import { quoteStates } from './groups/quotes.js';
import { readingStates } from './groups/reading.js';
import { reportingStates } from './groups/reporting.js';
import { setUpStates } from './groups/set-up.js';
import { takingPartStates } from './groups/taking-part.js';
import { writingStates } from './groups/writing.js';

export type { DemoAction, DemoQuote, DemoSection, DemoState } from './demo-state.js';

export const states: readonly DemoState[] = [
  ...readingStates,
  ...conversationStates,
  ...quoteStates,
  ...writingStates,
  ...takingPartStates,
  ...moderatingStates,
  ...closingStates,
  ...reportingStates,
  ...contentStates,
  ...languageStates,
  ...setUpStates,
];
