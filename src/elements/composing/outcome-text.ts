/** The words for what became of a comment. */
import type { Messages } from '../../i18n/messages.js';
import type { AdapterError } from '../../model/adapter.js';
import type { Accepted } from '../../model/writes/submission.js';
import { asSentence, errorText } from '../frame/error-text.js';

/** `isReply`: it is called a reply, not a comment. */
export function acceptedText({ type, reason }: Accepted, isReply: boolean, messages: Messages): string {
  const { published, held: pending, invisible } = isReply ? messages.replyOutcomes : messages;
  return [{ published, pending, invisible }[type], reason && asSentence(reason, messages)].filter(Boolean).join(' ');
}

/** `isUncertain`: the backend may have stored it before it fell silent, so that "not posted" would be a guess. */
export function failedText(error: AdapterError, isUncertain: boolean, messages: Messages): string {
  const refused = error.kind === 'duplicate' ? messages.postedBefore : messages.postFailed;
  return (isUncertain ? messages.postUncertain : refused)(errorText(error, messages));
}
