import type { CommentId } from '../model/adapter.js';
import { type CommentsAction, CommentsActionEvent } from './events/action-events.js';

/** How an action ended; undefined where nothing came of it: the page then hears nothing. */
export type ActionOutcome = CommentsActionEvent['outcome'] | undefined;

/** Tells the page what a reader has done. `target`: the section, or what is in it. */
export function tellAction(
  target: EventTarget,
  action: CommentsAction,
  commentId?: CommentId,
  outcome: ActionOutcome = 'done',
  duration?: number,
): void {
  target.dispatchEvent(new CommentsActionEvent(action, commentId, outcome, duration));
}

/** The same for what asks the backend, as soon as that has ended. Resolves with how. */
export async function tellResponse(
  target: EventTarget,
  action: CommentsAction,
  asking: Promise<ActionOutcome>,
  commentId?: CommentId,
): Promise<ActionOutcome> {
  const start = performance.now();
  const outcome = await asking;
  if (outcome) tellAction(target, action, commentId, outcome, performance.now() - start);
  return outcome;
}

/** The same for a change of the model. Resolves with its own outcome. */
export async function tellChange<Outcome extends { readonly type: string }>(
  target: EventTarget,
  action: CommentsAction,
  change: Promise<Outcome>,
  commentId?: CommentId,
): Promise<Outcome> {
  await tellResponse(target, action, change.then(actionOutcome), commentId);
  return change;
}

/** How a change of the model ended, as the page hears of it. */
export function actionOutcome({ type }: { readonly type: string }): ActionOutcome {
  return type === 'done' || type === 'failed' ? type : undefined;
}
