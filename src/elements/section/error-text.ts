import type { Messages } from '../../i18n/messages.js';
import type { AdapterError, ErrorKind } from '../../model/adapter.js';

/** Why something failed, as a phrase to be put after a colon. */
export function errorText(
  { kind, message }: AdapterError,
  { causes, writingCauses, dir }: Pick<Messages, 'causes' | 'dir'> & Partial<Messages>,
): string {
  const known: Partial<Record<ErrorKind, string>> = { ...writingCauses, ...causes };
  const words = known[kind] ?? causes.unavailable;
  const said = message.replace(/^\s+|[.\s]+$/g, '');
  // What a browser says of the network helps nobody; what a broken backend says helps whoever helps the reader.
  if (said === '' || kind === 'network' || kind === 'timeout') return words;
  // Isolated, since it may be in another script than the sentence around it.
  const isolated = dir === 'rtl' ? `\u2068${said}\u2069` : said;
  return kind === 'unavailable' || kind === 'bad-response' ? `${words} (${isolated})` : isolated;
}
