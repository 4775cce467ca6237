import { isolated } from '../../i18n/isolated.js';
import type { Messages } from '../../i18n/messages.js';
import type { AdapterError } from '../../model/adapter.js';
import { errorReference } from './error-reference.js';

/** The end of a text that does not end as a sentence does. */
const UNENDED = /[^\p{STerm}…\p{Pe}\p{Pf}"'][\p{Pe}\p{Pf}"']*$/u;

/** Why something failed, in a sentence for readers. What only its developer can use goes to the console, under a reference. */
export function errorText(error: AdapterError, messages: Messages): string {
  const { kind, message, info } = error;
  const cause = messages.causes[kind] ?? messages.causes.unavailable;
  // A browser's own message about the network helps no one.
  if (message.trim() === '' || kind === 'network' || kind === 'timeout') return cause;
  if (kind === 'bad-response' || info.audience) return messages.withReference(cause, errorReference(error));
  return asSentence(message, messages);
}

/** That moderation has turned a text down, with its reason where it gives one. */
export function rejectionText(reason: string | undefined, messages: Messages): string {
  return messages.rejected(reason && asSentence(reason, messages));
}

/** A backend's own words, with the full stop that they may lack. */
export function asSentence(words: string, messages: Messages): string {
  return isolated(words.trim().replace(UNENDED, '$&.'), messages);
}
