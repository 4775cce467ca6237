import type { CommentsAdapter, DecisionForm, DecisionReasons, ModerationCall } from '../model/adapter.js';
import type { CheckContext } from './check-context.js';

export const REASONS: DecisionReasons = { ground: 'terms', rule: 'Rule 4', facts: 'It insults a neighbour.' };

/** What the moderator is offered for the reasons of decisions. */
export const offeredForm = async (
  context: CheckContext,
  moderator: CommentsAdapter,
): Promise<DecisionForm | undefined> => (await context.discussionInfo(moderator, context.discussion)).decisions;

/** The options of a moderator's call: with reasons if the backend requires them. */
export async function moderatorCall(context: CheckContext, moderator: CommentsAdapter): Promise<ModerationCall> {
  const form = await offeredForm(context, moderator);
  return form?.required ? { ...context.call, decision: REASONS } : context.call;
}
