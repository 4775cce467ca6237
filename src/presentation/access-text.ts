/** Messages for closed and for empty discussions. */
import type { Formats } from '../i18n/formats.js';
import { isolated } from '../i18n/isolated.js';
import type { CoreMessages } from '../i18n/messages.js';
import type { Access } from '../model/state/access.js';

/** Why comments cannot be posted, from the backend if it gives a reason. Undefined if they can, or if that is unknown. */
export function closedText(access: Access, messages: CoreMessages, formats: Formats): string | undefined {
  const { state } = access;
  if (state === 'unknown' || state === 'open') return undefined;
  const text = access.message ? isolated(access.message, messages) : messages[state];
  const opensAt = state === 'closed' ? access.opensAt : undefined;
  return opensAt === undefined ? text : `${text} ${messages.opensAt(formats.absolute(opensAt))}`;
}

/** Message for a discussion without comments. */
export function emptyText({ state }: Access, messages: CoreMessages): string {
  return state === 'open' || state === 'unknown' ? messages.empty : messages.emptyClosed;
}
