/** Writes of guests whose response, with the cookie, was lost. */
import { isGuest, type Caller } from './caller.js';

/** Minutes for which a retry may come without the cookie. Sections retry at once, or when their reader presses the button again. */
const retryMinutes = 10;

/**
 * Whether a write was the caller's first one as a guest, as far as anybody can tell: sent a few minutes ago by a guest. The caller has
 * to repeat its key and all of its content. The write then becomes theirs.
 */
export const isLostWrite = (
  { person }: Caller,
  { by, at, now }: { readonly by: string | null; readonly at: Date; readonly now: Date },
): boolean => !person && isGuest(by) && now.getTime() - at.getTime() < retryMinutes * 60_000;
