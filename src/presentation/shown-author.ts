/** The names shown for the author of a comment and for the author of its parent. */
import type { CoreMessages } from '../i18n/messages.js';
import type { Comment, CommentId } from '../model/adapter.js';
import type { PlacedComment } from '../model/discussion/thread.js';

/** The messages in place of an author or a text. */
type AuthorMessages = Pick<
  CoreMessages,
  'anonymous' | 'deletedByAuthor' | 'deletedComment' | 'notPublished' | 'removedByEditors' | 'removedComment'
>;

/** Returns the text shown instead of a comment that is not public. Empty for a comment that is shown. */
export function tombstoneText({ status, body, can }: Comment, messages: AuthorMessages): string {
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
      // A moderator who may unhide the comment may read it if the backend sends the text.
      return can?.hide && body.value ? '' : messages.removedByEditors;
    default:
      return messages.removedByEditors;
  }
}

/** Returns the author to show. Undefined for a comment that its author deleted, even if the backend sends a name. */
export function shownAuthor({ author, status }: Comment): Comment['author'] {
  return status === 'deleted' ? undefined : author;
}

/** Returns the author's name, or a name for the comment itself if no author is shown. */
export function shownName(comment: Comment, messages: AuthorMessages): string {
  const name = shownAuthor(comment)?.name;
  if (name) return name;
  if (comment.status === 'deleted') return messages.deletedComment;
  return tombstoneText(comment, messages) ? messages.removedComment : messages.anonymous;
}

/** Whether an author is shown above the comment, possibly as anonymous. */
export function isNamed(comment: Comment, messages: AuthorMessages): boolean {
  return Boolean(shownAuthor(comment)?.name) || !tombstoneText(comment, messages);
}

/** Returns the accessible name of a control: its visible text, and the author of the comment that it acts on. */
export function nameOfControl<Kind extends keyof CoreMessages['controls']>(
  text: string,
  kind: Kind,
  comment: Comment,
  messages: AuthorMessages & { readonly controls: Pick<CoreMessages['controls'], Kind> },
): string {
  const name = shownName(comment, messages);
  return isNamed(comment, messages) ? messages.controls[kind](text, name) : `${text}: ${name}`;
}

export interface RepliedTo {
  /** Empty for a top-level comment, or if the parent's author is not shown. */
  readonly name: string;
  /** Undefined if the comment is unknown. */
  readonly id: CommentId | undefined;
}

/** Returns the comment that a comment replies to: its parent, or a deeper reply if the backend limits the depth. */
export function repliedTo({ comment: { replyTo }, parent }: PlacedComment, messages: AuthorMessages): RepliedTo {
  const id = replyTo?.id ?? parent?.id;
  if (!parent || id !== parent.id) return { name: replyTo?.name ?? '', id };
  return { name: isNamed(parent, messages) ? replyTo?.name || shownName(parent, messages) : '', id };
}
