import type { Messages } from '../../i18n/messages.js';
import type { DraftAutosave } from './draft-autosave.js';

/** Whether a draft is kept, and for how long; empty where there is none. */
export function savedText(saved: DraftAutosave['saved'], messages: Messages): string {
  return { no: '', device: messages.draftSaved, tab: messages.draftInTab, page: messages.draftNotKept }[saved];
}
