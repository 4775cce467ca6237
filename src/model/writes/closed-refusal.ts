import { AdapterError } from '../adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';

/**
 * The outcome of a write to a closed discussion, which is not sent at all. Undefined while the discussion is not
 * closed.
 */
export function closedRefusal({
  state,
}: DiscussionSession): { readonly type: 'failed'; readonly error: AdapterError } | undefined {
  return state.access.state === 'closed' ? { type: 'failed', error: new AdapterError('closed') } : undefined;
}
