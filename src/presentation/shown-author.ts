/** Whom the section names as the author of a comment, and whom as the author of what it replies to. */
import type { Messages } from '../i18n/messages.js';
import type { Comment, CommentId } from '../model/adapter.js';
import type { PlacedComment } from '../model/discussion/thread.js';

/** What stands in place of the text of a comment that is no longer shown; empty for one that is. */
export function tombstoneText({ status, body, can }: Comment, messages: Messages): string {
  switch (status) {
    case undefined:
    case 'visible':
    case 'pending':
      return '';
    case 'deleted':
      return messages.deletedByAuthor;
    case 'rejected':
      return messages.notPublished;
    case 'hidden':
      // Whoever may show it again may read it, where the backend sends the text.
      return can?.hide && body.value ? '' : messages.removedByEditors;
    default:
      return messages.removedByEditors;
  }
}

/** Who deletes a comment takes their name off it, whatever the backend still sends. */
export function shownAuthor({ author, status }: Comment): Comment['author'] {
  return status === 'deleted' ? undefined : author;
}

/** The name that stands above a comment, or what it is, where nobody is named. */
export function shownName(comment: Comment, messages: Messages): string {
  const name = shownAuthor(comment)?.name;
  if (name) return name;
  if (comment.status === 'deleted') return messages.deletedComment;
  return tombstoneText(comment, messages) ? messages.removedComment : messages.anonymous;
}

/** Whether somebody stands above the comment, if only as anonymous. */
export function isNamed(comment: Comment, messages: Messages): boolean {
  return Boolean(shownAuthor(comment)?.name) || !tombstoneText(comment, messages);
}

/** The accessible name of a control: its words, and whose comment it acts on. */
export function nameOfControl(
  words: string,
  kind: keyof Messages['controls'],
  comment: Comment,
  messages: Messages,
): string {
  const name = shownName(comment, messages);
  return isNamed(comment, messages) ? messages.controls[kind](words, name) : `${words}: ${name}`;
}

export interface RepliedTo {
  /** Empty where it is a top-level comment, or nobody is named. */
  readonly name: string;
  /** Undefined where the comment is not known. */
  readonly id: CommentId | undefined;
}

/** Whom a comment replies to: its parent, or somebody further down whose reply the backend has moved up. */
export function repliedTo({ comment: { replyTo }, parent }: PlacedComment, messages: Messages): RepliedTo {
  const id = replyTo?.id ?? parent?.id;
  if (!parent || id !== parent.id) return { name: replyTo?.name ?? '', id };
  return { name: isNamed(parent, messages) ? replyTo?.name || shownName(parent, messages) : '', id };
}
