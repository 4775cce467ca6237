/** Writes that concern no single comment: signing in or out, acknowledging a warning, closing the discussion. */
import { AdapterError, type DiscussionInfo, type Viewer } from '../adapter.js';
import type { Outcome } from '../outcome.js';
import { callAdapter, callMethod } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { closureChanged, viewerReplaced } from '../transitions/viewer-actions.js';

/** Signs the viewer in, or returns the address of a sign-in page, which leads back to `returnUrl`. */
export async function signIn(
  session: DiscussionSession,
  returnUrl?: string,
): Promise<Outcome<Viewer | { readonly redirect: string }>> {
  const outcome = await callAdapter(session, async (call) => {
    if (!session.adapter.signIn) throw new AdapterError('unsupported');
    return session.adapter.signIn({ ...call, returnUrl });
  });
  if (outcome.type === 'done' && 'state' in outcome.value) session.viewerChanged(outcome.value);
  return outcome;
}

/** Signs the viewer out. */
export async function signOut(session: DiscussionSession): Promise<Outcome<void>> {
  const outcome = await callAdapter(session, async (call) => {
    if (!session.adapter.signOut) throw new AdapterError('unsupported');
    return session.adapter.signOut(call);
  });
  if (outcome.type === 'done') session.viewerChanged({ state: 'anonymous' });
  return outcome;
}

/** Closes the discussion for all readers, or opens it again. */
export async function setClosed(session: DiscussionSession, closed: boolean): Promise<Outcome<DiscussionInfo>> {
  const outcome = await callMethod(session, 'setClosed', closed);
  if (outcome.type === 'done') session.set(closureChanged(session.state, outcome.value, Date.now()));
  return outcome;
}

/**
 * The outcome of a write to a closed discussion. The write is not sent. Undefined if the discussion is not closed.
 */
export function closedRefusal({
  state,
}: DiscussionSession): { readonly type: 'failed'; readonly error: AdapterError } | undefined {
  return state.access.state === 'closed' ? { type: 'failed', error: new AdapterError('closed') } : undefined;
}

/** Reports to the backend that the viewer has read its warning, and removes the warning. */
export async function acknowledgeWarning(session: DiscussionSession, id: string): Promise<Outcome<unknown>> {
  const outcome = await callMethod(session, 'acknowledgeWarning', id);
  const { viewer } = session.state;
  // Another warning may have arrived during the request.
  if (outcome.type !== 'done' || viewer.warning?.id !== id) return outcome;
  session.set(viewerReplaced(session.state, { ...viewer, warning: undefined }));
  return outcome;
}
