import { AdapterError, type Viewer } from '../adapter.js';
import { badResponse } from '../bad-response.js';
import { callAdapter } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { Outcome } from '../outcome.js';

/** Signs the viewer in, or returns the address of a sign-in page. */
export async function signIn(session: DiscussionSession): Promise<Outcome<Viewer | { readonly redirect: string }>> {
  const outcome = await callAdapter(session, async (adapter, call) => {
    if (!adapter.signIn) throw new AdapterError('unsupported');
    const response = await adapter.signIn(call);
    if (typeof response === 'object' && response && ('state' in response || 'redirect' in response)) return response;
    throw badResponse('signIn', response, 'a viewer, or an object with "redirect"');
  });
  if (outcome.type === 'done' && 'state' in outcome.value) session.viewerChanged(outcome.value);
  return outcome;
}

/** Signs the viewer out. */
export async function signOut(session: DiscussionSession): Promise<Outcome<void>> {
  const outcome = await callAdapter(session, async (adapter, call) => {
    if (!adapter.signOut) throw new AdapterError('unsupported');
    return adapter.signOut(call);
  });
  if (outcome.type === 'done') session.viewerChanged({ state: 'anonymous' });
  return outcome;
}
