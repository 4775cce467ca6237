import { mergeMessages } from '../../i18n/merge-messages.js';
import type { Messages } from '../../i18n/messages.js';
import type { ModerationWords } from '../../i18n/moderation-words.js';
import en from '../../locales/en/moderation.js';

/** The words of each language. */
const known = new WeakMap<Messages, ModerationWords>();

/** The words for moderators and warned readers. Those that the language lacks are English. */
export function moderationWords(messages: Messages): ModerationWords {
  const words = known.get(messages) ?? mergeMessages(en, messages.moderation);
  known.set(messages, words);
  return words;
}
