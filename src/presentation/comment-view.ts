/** What stands around the text of a comment, in words. */
import type { Formats } from '../i18n/formats.js';
import type { CoreMessages } from '../i18n/messages.js';
import type { Comment, CommentId, CommentsAdapter, Features, Votes } from '../model/adapter.js';
import type { CommentActionsInput } from './comment-actions.js';
import { isNamed, repliedTo, type RepliedTo } from './shown-author.js';

/** Replies are indented to this depth; deeper ones stand below each other and say whom they reply to. */
export const MAX_INDENT = 3;

export interface CommentView extends CommentActionsInput {
  /** When it was written: relative to now, or the whole date. Empty if the backend's date is invalid. */
  readonly time: string;
  /** The whole date, for the title of the time. */
  readonly date?: string | undefined;
  readonly permalink: string;
  /** True when it was posted since the reader's last visit. */
  readonly isNew?: boolean;
  /** That the author is banned, for moderators. */
  readonly banned?: string;
  /** The level of the authors' names among the headings of the page. */
  readonly headingLevel: number;
}

/** `now` in milliseconds since the epoch, by the backend's clock. `timeStyle`: default `relative`. */
interface TimeStyle {
  readonly messages: CoreMessages;
  readonly formats: Formats;
  readonly timeStyle: 'relative' | 'absolute' | undefined;
  readonly now: number;
}

/** When a comment was written, as shown. Empty if the backend's date is invalid. */
export function timeText({ createdAt }: Comment, { messages, formats, timeStyle, now }: TimeStyle): string {
  const created = Date.parse(createdAt);
  if (!created) return '';
  if (timeStyle === 'absolute') return formats.absolute(created);
  return formats.relative(created, now) ?? messages.justNow;
}

/** When a comment was written, as a whole date. Undefined if the backend's date is invalid. */
export function wholeDate({ createdAt }: Comment, formats: Formats): string | undefined {
  const created = Date.parse(createdAt);
  return created ? formats.absolute(created) : undefined;
}

/**
 * The level of authors' names. The same at every depth, so that heading navigation moves comment by comment. The accessible name has
 * the depth.
 */
export function authorLevel(headingLevel: number): number {
  return Math.min(headingLevel + 1, 6);
}

/** Which votes are shown. Where none can be cast, and the adapter does not say, the numbers of the comment tell. */
export function offeredVotes(adapter: CommentsAdapter | undefined, votes: Votes | undefined): Features['votes'] {
  return adapter?.features?.votes ?? (!adapter?.vote && votes?.down !== undefined ? 'up-down' : 'like');
}

/** The classes of a comment's row. */
export function rowClasses({ placed: { comment, depth }, isNew, moderated }: CommentView): string {
  return [
    depth > 0 ? `answer d${Math.min(depth, MAX_INDENT)}` : '',
    comment.status === 'pending' || moderated ? 'held' : '',
    isNew ? 'unread' : '',
    comment.pinned || comment.featured ? 'chosen' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** "Reply by Ada to Grace, 3 hours ago". */
export function nameOfComment({ placed, messages, authorName, time }: CommentView): string {
  const parent = repliedTo(placed, messages);
  const kind = !isNamed(placed.comment, messages)
    ? authorName
    : parent.name
      ? messages.replyBy(authorName, parent.name)
      : messages.commentBy(authorName);
  const isUnknown = placed.comment.parentId && !parent.name;
  return [kind, isUnknown ? messages.inReplyToUnknown : '', time].filter(Boolean).join(', ');
}

/** The note beside the time: that a comment is held for review, or was edited. Empty for a tombstone, of which nothing is left. */
export function noteOn({ placed, messages, tombstone, moderated }: CommentView): string {
  const { status, editedAt } = placed.comment;
  if (tombstone) return '';
  return moderated?.remark ?? (status === 'pending' ? messages.heldForReview : editedAt ? messages.edited : '');
}

/** The note before the text of a reply whose parent is not shown by the indentation. `id`: the parent. */
interface ReplyNote {
  readonly text: string;
  readonly id: CommentId | undefined;
}

export function replyNoteOn({ placed, messages }: CommentView): ReplyNote | undefined {
  const parent = repliedTo(placed, messages);
  const isReply = placed.comment.parentId || parent.name;
  if (!isReply || isShownByIndent(placed, parent)) return undefined;
  return { text: parent.name ? messages.inReplyTo(parent.name) : messages.inReplyToUnknown, id: parent.id };
}

/** Indentation shows the parent, up to its limit, where the reply directly follows it. */
function isShownByIndent({ depth, parent }: CommentView['placed'], { id }: RepliedTo): boolean {
  return depth <= MAX_INDENT && parent !== undefined && id === parent.id;
}
