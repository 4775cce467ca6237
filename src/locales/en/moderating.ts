import type { ModeratingMessages } from '../../i18n/messages.js';

/** English for whoever may close a discussion. */
export const moderating: ModeratingMessages = {
  closeDiscussion: 'Close this discussion',
  openDiscussion: 'Open it again',
  closeQuestion: 'Close this discussion for everybody?',
  closeConsequence: 'Nobody can comment, answer or vote then. What is written stays, and you can open it again.',
  closeNow: 'Close it',
  keepOpen: 'Keep it open',
  closedNow: 'The discussion is closed.',
  openedNow: 'The discussion is open again.',
  closeFailed: (cause) => `The discussion is still open: ${cause}.`,
  openFailed: (cause) => `The discussion is still closed: ${cause}.`,
};
