/** Why a change was not made. Loaded with the first feature that makes changes. */
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import type { AdapterError } from '../../model/adapter.js';
import { mayBeStored } from '../../model/outcome.js';
import { errorText } from './error-text.js';

/** Reports a failed change with the message `say`, or as uncertain if the backend may have made the change. */
export function changeFailure(
  error: AdapterError,
  messages: MessagesWith<TakingPartMessages>,
  say: (cause: string) => string,
): string {
  return (mayBeStored(error) ? messages.changeUncertain : say)(errorText(error, messages));
}
