import type { AdapterError, DiscussionInfo } from '../adapter.js';
import { isSetUpError } from '../adapter-error.js';

/**
 * What an error reveals about the discussion: some backends answer "closed" or "no such discussion" with one. Undefined if it reveals
 * nothing, as does a wrong address in the set-up of the page.
 */
export function infoFromError(error: AdapterError): DiscussionInfo | undefined {
  if (isSetUpError(error)) return undefined;
  const { kind, message } = error;
  const state = kind === 'closed' || kind === 'disabled' ? kind : kind === 'not-found' ? 'missing' : undefined;
  return state && { state, stateMessage: message || undefined };
}
