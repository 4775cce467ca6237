/** What a section says of a discussion that takes no comments, or has none. */
import type { Formats } from '../i18n/formats.js';
import { isolated } from '../i18n/isolated.js';
import type { Messages } from '../i18n/messages.js';
import type { Access } from '../model/state/access.js';

/** Why nobody can write, in the backend's words where it has some. Undefined where somebody can, or where that is not known. */
export function closedText(access: Access, messages: Messages, formats: Formats): string | undefined {
  const { state } = access;
  if (state === 'unknown' || state === 'open') return undefined;
  const text = access.message ? isolated(access.message, messages) : messages[state];
  const opensAt = state === 'closed' ? access.opensAt : undefined;
  return opensAt === undefined ? text : `${text} ${messages.opensAt(formats.absolute(opensAt))}`;
}

/** That nobody has commented, or that nobody did while it was open. */
export function emptyText({ state }: Access, messages: Messages): string {
  return state === 'open' || state === 'unknown' ? messages.empty : messages.emptyClosed;
}
