import type { DiscussionState } from '../state/discussion-state.js';

/** Whether a form has to wait: what a server has rendered is open, but the backend has yet to say who writes. */
export function isAsking({ access, opening }: DiscussionState): boolean {
  return access.state === 'open' && opening.state === 'loading';
}
