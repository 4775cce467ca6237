/** The public event for everything a reader does that has no event of its own. It comes with the code that sends it. */
import type { CommentId } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

/** What a reader has done. `docs/reference.md` lists these words, made from the lines here. */
export type CommentsAction =
  /** Another order of the comments was chosen. Asks the backend. */
  | 'sort'
  /** A selection of the comments was chosen, such as those of the editors, or all of them. Asks the backend. */
  | 'filter'
  /** The next page of a selection was loaded. Asks the backend. */
  | 'load-more-filtered'
  /** The next page was loaded. Asks the backend. */
  | 'load-more'
  /** All further pages were loaded, or as many as the reader let. Asks the backend. */
  | 'load-all'
  /** The comments between the list and the one that a link led to were loaded. Asks the backend. */
  | 'close-gap'
  /** More replies to a comment were loaded. Asks the backend. */
  | 'load-replies'
  /** New comments that had been held back were shown. */
  | 'show-new'
  /** The replies to a comment were folded. */
  | 'fold'
  /** They were unfolded. */
  | 'unfold'
  /** The address of the page, or a link, led to a comment. `failed`: it is gone, or could not be loaded. Asks the backend. */
  | 'follow-permalink'
  /** The link to a comment was copied. `failed`: the browser refused, and the link is shown. */
  | 'copy-link'
  /** The link to a comment was shared. `failed`: the browser refused. */
  | 'share'
  /** The author of a comment was muted. */
  | 'mute'
  /** That ended. */
  | 'unmute'
  /** One comment of somebody muted was shown all the same. */
  | 'reveal-muted'
  /** The list of keyboard shortcuts was opened. */
  | 'show-shortcuts'
  /** Somebody has turned to the form for new comments; once for each form. */
  | 'open-composer'
  /** The form for a reply was opened. */
  | 'open-reply'
  /** The form that changes a comment was opened. */
  | 'open-edit'
  /** The question before a comment is removed was opened. */
  | 'open-remove'
  /** The form that reports a comment was opened. */
  | 'open-report'
  /** The less frequent actions of a comment were opened. */
  | 'open-more'
  /** The question to somebody who agrees with a comment, or recommends it, signed out was opened. */
  | 'open-up'
  /** The same to somebody who disagrees. */
  | 'open-down'
  /** The form for a reply was closed, by the reader or because the reply is posted. */
  | 'close-reply'
  /** The form that changes a comment was closed, by the reader or because the change is saved. */
  | 'close-edit'
  /** The question before a comment is removed was closed. */
  | 'close-remove'
  /** The form that reports a comment was closed. */
  | 'close-report'
  /** The less frequent actions of a comment were closed. */
  | 'close-more'
  /** The question to somebody who votes signed out was closed. */
  | 'close-up'
  /** The same, of a vote against a comment. */
  | 'close-down'
  /** A text was formatted with a button of the toolbar, or with its key; once for each form. */
  | 'toolbar'
  /** The preview of a text was opened. */
  | 'preview'
  /** The adapter has signed somebody in. Asks the backend. */
  | 'sign-in'
  /** The reader has signed out. Asks the backend. */
  | 'sign-out'
  /** A removed comment was brought back. Asks the backend. */
  | 'restore'
  /** A report was withdrawn. Asks the backend. */
  | 'withdraw-report'
  /** A comment was pinned. Asks the backend. */
  | 'pin'
  /** A comment was unpinned. Asks the backend. */
  | 'unpin'
  /** A held comment was published. Asks the backend. */
  | 'approve'
  /** A held comment was turned down. Asks the backend. */
  | 'reject'
  /** A comment was featured. Asks the backend. */
  | 'feature'
  /** That ended. Asks the backend. */
  | 'unfeature'
  /** A comment was hidden from readers. Asks the backend. */
  | 'hide'
  /** It was shown to them again. Asks the backend. */
  | 'unhide'
  /** The author of a comment was banned. Asks the backend. */
  | 'ban'
  /** One of these seven was undone. Asks the backend. */
  | 'undo-moderation'
  /** The discussion was closed. Asks the backend. */
  | 'close-discussion'
  /** It was opened again. Asks the backend. */
  | 'open-discussion';

/** A reader has done something that has no event of its own. Says nothing about texts or persons. */
export class CommentsActionEvent extends Event {
  constructor(
    readonly action: CommentsAction,
    /** The comment it concerns; undefined where it concerns none. */
    readonly commentId: CommentId | undefined,
    readonly outcome: 'done' | 'failed',
    /** How long the backend took, in milliseconds; undefined where it was not asked. */
    readonly duration: number | undefined,
  ) {
    super('comments-action', PUBLIC);
  }
}
