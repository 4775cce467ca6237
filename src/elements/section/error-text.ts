import type { Messages } from '../../i18n/messages.js';
import type { AdapterError } from '../../model/adapter.js';
import { isForDeveloper } from '../../model/adapter-error.js';

/** Why something failed: a phrase that follows a colon. */
export function errorText(error: AdapterError, { causes, dir }: Messages): string {
  const { kind, message } = error;
  const cause = causes[kind] ?? causes.unavailable;
  const detail = message.replace(/^\s+|[.\s]+$/g, '');
  // A browser's own message about the network helps no one. A server's message helps support.
  if (detail === '' || kind === 'network' || kind === 'timeout' || isForDeveloper(error)) return cause;
  // The message may be in another script than the sentence around it.
  const isolated = dir === 'rtl' ? `\u2068${detail}\u2069` : detail;
  return kind === 'unavailable' ? `${cause} (${isolated})` : isolated;
}
