import type { ModerationAction } from '../model/state/moderation-actions.js';

/**
 * What can be open below a comment, one at a time. Each has the name of the action that opens it. `up`, `down`: the question
 * that a signed-out viewer sees before the sign-in for a vote.
 */
export type Panel = ReaderPanel | ModeratorPanel;

/** Those of moderators. `reasons`: fields in their forms, never open alone. */
export type ModeratorPanel = ModerationAction | 'reasons';

const READER_PANELS = ['reply', 'edit', 'remove', 'more', 'report', 'up', 'down'] as const;

/** Those that are not only a moderator's. */
export type ReaderPanel = (typeof READER_PANELS)[number];

export function isReaderPanel(panel: Panel): panel is ReaderPanel {
  return (READER_PANELS as readonly Panel[]).includes(panel);
}
