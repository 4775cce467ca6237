import { duration } from '../../i18n/duration.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Access } from '../../model/discussion/access.js';

/** How long before a timed close the writer is warned, in milliseconds. */
const CLOSING_SOON = 10 * 60_000;

/** Some minutes before a timed close, whoever is writing must know. `now`: milliseconds since the epoch. */
export function closingWarning(
  access: Access,
  { now, messages, formats }: { readonly now: number; readonly messages: Messages; readonly formats: Formats },
): string | undefined {
  if (access.state !== 'open' || access.closesAt === undefined || access.closesAt - now > CLOSING_SOON) return undefined;
  return messages.closesIn(duration(Math.max(access.closesAt - now, 60_000), formats.lang));
}
