import type { Messages } from '../../i18n/messages.js';
import type { AdapterError } from '../../model/adapter.js';
import { mayBeStored } from '../../model/outcome.js';
import { errorText } from './error-text.js';

/** Says that a change failed in the words of `say`, or, where the backend may have made it all the same, that nobody knows. */
export function changeFailure(error: AdapterError, messages: Messages, say: (cause: string) => string): string {
  return (mayBeStored(error) ? messages.changeUncertain : say)(errorText(error, messages));
}
