/** Reports to the page what readers do, as the event `comments-action`. */
import type { CommentId } from '../model/adapter.js';
import { type CommentsAction, CommentsActionEvent } from './events/action-events.js';
import type { Outcome } from '../model/outcome.js';
import type { ActionOutcome, Section } from './section.js';

/** Reports an action that is complete. `duration`: how long the backend took, in milliseconds. */
export function reportAction(
  { host }: Section,
  action: CommentsAction,
  id?: CommentId,
  outcome: ActionOutcome = 'done',
  duration?: number,
): void {
  host.dispatchEvent(new CommentsActionEvent(action, id, outcome, duration));
}

/** Reports how a request to the backend ended and how long it took. Resolves with how it ended. */
export async function reportRequest<Outcome extends ActionOutcome | void>(
  section: Section,
  action: CommentsAction,
  request: Promise<Outcome>,
  id?: CommentId,
): Promise<Outcome> {
  const start = performance.now();
  const outcome = await request;
  if (outcome) reportAction(section, action, id, outcome, performance.now() - start);
  return outcome;
}

const reported = new WeakSet<Outcome<unknown>>();

/** True once for each outcome of a change: further presses during its request share the outcome. False if it was aborted. */
export function isToReport<T>(outcome: Outcome<T>): outcome is Exclude<Outcome<T>, { readonly type: 'aborted' }> {
  const isNew = outcome.type !== 'aborted' && !reported.has(outcome);
  reported.add(outcome);
  return isNew;
}
