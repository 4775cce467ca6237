import type { DiscussionInfo } from '../adapter.js';
import { callMethod } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { Outcome } from '../outcome.js';
import { closureChanged } from '../transitions/closing.js';

/** Closes the discussion for all readers, or opens it again. */
export async function setClosed(session: DiscussionSession, closed: boolean): Promise<Outcome<DiscussionInfo>> {
  const outcome = await callMethod(session, 'setClosed', closed);
  if (outcome.type === 'done') session.set(closureChanged(session.state, outcome.value, Date.now()));
  return outcome;
}
