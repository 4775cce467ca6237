import type { CommentRow, DiscussionRow } from '../database/tables.js';

/** A comment with the discussion it stands in. */
export type PlacedComment = CommentRow & Pick<DiscussionRow, 'key' | 'url' | 'title' | 'hold'>;
