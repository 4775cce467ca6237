import type { ModerationAction } from '../model/discussion/moderation-actions.js';

/**
 * What can be open below a comment, one at a time. Each has the name of the action that opens it. `up`, `down`: the question
 * before somebody signed out is led to the sign-in for a vote.
 */
export type Panel = 'reply' | 'edit' | 'remove' | 'more' | 'report' | 'up' | 'down' | ModerationAction;
