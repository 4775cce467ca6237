/** The public event for actions of readers that have no event of their own. Loaded with the code that dispatches it. */
import type { CommentId } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

// The next lines are generated from the lines with `@action` of the features: `UPDATE=1 node --test test/package/actions.test.mjs`.
/** An action of a reader. The table in `docs/reference.md` is generated from these comments. */
export type CommentsAction =
  /** The reader was signed out. Calls the backend. */
  | 'sign-out'
  /** The form for new comments was focused for the first time. */
  | 'open-composer'
  /** The form for a reply was opened. */
  | 'open-reply'
  /** The form for a reply was closed, by the reader or because the reply was posted. */
  | 'close-reply'
  /** The form that edits a comment was opened. */
  | 'open-edit'
  /** The form that edits a comment was closed, by the reader or because the edit was saved. */
  | 'close-edit'
  /** The filter was changed, such as to the editors' picks or to all comments. Calls the backend. */
  | 'filter'
  /** The next page of the filtered list was loaded. Calls the backend. */
  | 'load-more-filtered'
  /** The comments between the list and a linked comment were loaded. Calls the backend. */
  | 'close-gap'
  /** The sort order was changed. Calls the backend. */
  | 'sort'
  /** All remaining pages were loaded, or those until the reader stopped. Calls the backend. */
  | 'load-all'
  /** The next page was loaded. Calls the backend. */
  | 'load-more'
  /** More replies to a comment were loaded. Calls the backend. */
  | 'load-replies'
  /** A link or the page's address was followed to a comment. `failed`: the comment was removed or could not be loaded. Calls the backend. */
  | 'follow-permalink'
  /** New comments that were held back were shown. */
  | 'show-new'
  /** A text was formatted with the toolbar or its keys. Once for each form. */
  | 'toolbar'
  /** The preview of a text was opened. */
  | 'preview'
  /** The reader was signed in through the adapter. Calls the backend. */
  | 'sign-in'
  /** The replies to a comment were hidden. */
  | 'fold'
  /** The replies to a comment were shown again. */
  | 'unfold'
  /** The discussion was closed. Calls the backend. */
  | 'close-discussion'
  /** The discussion was reopened. Calls the backend. */
  | 'open-discussion'
  /** A held comment was published. Calls the backend. */
  | 'approve'
  /** A held comment was rejected. Calls the backend. */
  | 'reject'
  /** A comment was featured. Calls the backend. */
  | 'feature'
  /** A comment is no longer featured. Calls the backend. */
  | 'unfeature'
  /** A comment was hidden from readers. Calls the backend. */
  | 'hide'
  /** A hidden comment was shown again. Calls the backend. */
  | 'unhide'
  /** The author of a comment was banned. Calls the backend. */
  | 'ban'
  /** A ban, or one of `approve`, `reject`, `feature`, `unfeature`, `hide` and `unhide`, was undone. Calls the backend. */
  | 'undo-moderation'
  /** A comment was pinned. Calls the backend. */
  | 'pin'
  /** A comment was unpinned. Calls the backend. */
  | 'unpin'
  /** The less frequent actions of a comment were opened. */
  | 'open-more'
  /** The less frequent actions of a comment were closed. */
  | 'close-more'
  /** The author of a comment was muted. */
  | 'mute'
  /** The author of a comment was unmuted. */
  | 'unmute'
  /** A comment by a muted author was shown. */
  | 'reveal-muted'
  /** The confirmation before a comment is removed was opened. */
  | 'open-remove'
  /** The confirmation before a comment is removed was closed. */
  | 'close-remove'
  /** A removed comment was restored. Calls the backend. */
  | 'restore'
  /** The form that reports a comment was opened. */
  | 'open-report'
  /** The form that reports a comment was closed. */
  | 'close-report'
  /** A report was withdrawn. Calls the backend. */
  | 'withdraw-report'
  /** The link to a comment was copied. `failed`: the browser refused, and the link is shown. */
  | 'copy-link'
  /** The link to a comment was shared. `failed`: the browser refused. */
  | 'share'
  /** The list of keyboard shortcuts was opened. */
  | 'show-shortcuts'
  /** A signed-out reader voted for a comment or recommended it, and was asked to sign in. */
  | 'open-up'
  /** A signed-out reader voted against a comment, and was asked to sign in. */
  | 'open-down'
  /** The request to sign in before voting for a comment was closed. */
  | 'close-up'
  /** The request to sign in before voting against a comment was closed. */
  | 'close-down';

/** A reader has performed an action that has no event of its own. Contains no texts and no personal data. */
export class CommentsActionEvent extends Event {
  constructor(
    readonly action: CommentsAction,
    /** The comment that the action concerns. Undefined for actions without a comment. */
    readonly commentId: CommentId | undefined,
    readonly outcome: 'done' | 'failed',
    /** Duration of the backend call in milliseconds. Undefined for actions that do not call the backend. */
    readonly duration: number | undefined,
  ) {
    super('comments-action', PUBLIC);
  }
}
