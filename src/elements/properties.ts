import { LitElement, type PropertyDeclarations } from 'lit';
import type { MessageOverrides } from '../i18n/messages.js';
import type { CommentsAdapter, ReportReason, Sort, Token } from '../model/adapter.js';

/**
 * The public interface of a comments section: its settings, slots, events, parts and custom properties. An invalid setting is replaced
 * by its default and reported to the developer. `settings/settings.ts` validates settings.
 *
 * These lines are the source of `custom-elements.json`, and thereby of the reference and of the data for editors.
 *
 * @slot - Shown until the element is ready. Without JavaScript, it stays visible.
 * @slot policy - The comment policy. Replaces the default text.
 * @slot closed - The notice of a closed discussion.
 * @slot empty - The text of a discussion without comments.
 * @slot sign-in - The page's own sign-in.
 * @slot composer-end - Content below the text box, such as a captcha or a newsletter box.
 *
 * @fires comments-load - The discussion is open and its first page is shown. Fired once for each opening, not after `reload()`.
 * @fires comments-error - Something failed. The section shows an error, or keeps its content. An invalid setting is reported only to the developer.
 * @fires comments-count - The number of comments is known or has changed.
 * @fires comments-action - The reader has performed an action that has no event of its own.
 * @fires comments-before-submit - A comment is about to be sent. Cancelable.
 * @fires comments-submit - The backend has accepted a comment for publication or for review.
 * @fires comments-before-report - A report is about to be sent. Cancelable.
 * @fires comments-report - The backend has accepted a report.
 * @fires comments-vote - The backend has recorded the reader's vote.
 * @fires comments-edit - The backend has accepted an edit.
 * @fires comments-remove - The backend has removed a comment at the reader's request.
 * @fires comments-sign-in - The reader wants to sign in. Cancelable.
 *
 * @cssprop --article-comments-accent - Links, the main button of a form, the focus ring.
 * @cssprop --article-comments-on-accent - Text on the accent.
 * @cssprop --article-comments-error - Failures, and buttons that delete.
 * @cssprop --article-comments-muted - Secondary text: times, notes.
 * @cssprop --article-comments-edge - Borders of text boxes and buttons.
 * @cssprop --article-comments-line - Lines between comments.
 * @cssprop --article-comments-wash - Background of notices.
 * @cssprop --article-comments-radius - Radius of corners. Text boxes, forms and dialogs take at most 0.75rem.
 * @cssprop --article-comments-interface-font - Typeface of names, notes and buttons. The heading, the text boxes and the comments inherit the page's typeface.
 * @cssprop --article-comments-small-size - Size of small text.
 * @cssprop --article-comments-space - Space between the parts of the section.
 * @cssprop --article-comments-indent - Indentation of a reply below its parent.
 * @cssprop --article-comments-avatar-size - Width and height of an author's picture.
 * @cssprop --article-comments-text-width - Maximum width of a comment's text.
 * @cssprop --article-comments-sticky-offset - Height of the page's sticky header.
 *
 * @csspart section - The whole section.
 * @csspart bar - The heading and the menus.
 * @csspart heading - The heading with the number of comments.
 * @csspart order - The sort menu with its label.
 * @csspart filter - The filter menu, such as for the editors’ picks, with its label.
 * @csspart filtered - The filtered list.
 * @csspart show-in-conversation - In the filtered list, goes to the comment in its conversation.
 * @csspart select - The select boxes of the sort menu and the filter menu.
 * @csspart policy - The comment policy.
 * @csspart more-policy - The button that unfolds a long policy.
 * @csspart policy-link - The link to the complete policy.
 * @csspart closed - The reason why the discussion is closed.
 * @csspart message - The editors' message to all readers.
 * @csspart warning - A warning to this reader. Replaces the form until it is acknowledged.
 * @csspart acknowledge - Acknowledges the warning.
 * @csspart refusal - The reason why this reader cannot comment.
 * @csspart moderation - The controls that close and reopen the discussion, for moderators.
 * @csspart placeholder - The skeleton shown while comments load.
 * @csspart empty - The text of a discussion without comments.
 * @csspart truncated - Notice that the backend has more comments than it returns.
 * @csspart failure - An error message with a button to try again.
 * @csspart unavailable - The message shown instead of a misconfigured section.
 * @csspart developer-note - The configuration errors, shown only to the developer.
 * @csspart notice - Notice that the comment in the page's address was removed or could not be loaded.
 *
 * @csspart composer - The form for a comment or a reply.
 * @csspart composer-foot - The last line of the form, with the buttons.
 * @csspart composer-note - The name of the poster, and whether the draft is saved.
 * @csspart label - The label of a field.
 * @csspart textbox - A text box.
 * @csspart input - A single-line field.
 * @csspart fields - The fields for guests: name, email, website.
 * @csspart remember - The check box to remember the guest fields.
 * @csspart toolbar - The formatting buttons.
 * @csspart link-form - The form for the address of a link.
 * @csspart preview - The formatted text.
 * @csspart notify - The check box to be notified of replies.
 * @csspart counter - The number of remaining characters.
 * @csspart problem - The error message of a field, or a hint.
 * @csspart countdown - The waiting time until the next comment.
 * @csspart closing-soon - Notice that the discussion is about to close.
 * @csspart parent-note - Notice that the parent of a reply was changed or removed.
 * @csspart outcome - The result of posting a comment.
 * @csspart challenge - A captcha, or a warning about the text.
 * @csspart captcha - The image of a captcha.
 * @csspart kept - The reason why a text cannot be posted, with a button to copy it.
 * @csspart kept-text - The offer to show an earlier draft.
 * @csspart discarded - Notice that a draft was discarded, with a button to undo it.
 *
 * @csspart list - All comments.
 * @csspart comment - A comment without its replies.
 * @csspart comment-header - Author, badges, time and note.
 * @csspart avatar - The author's picture or initials, if `avatars` is set.
 * @csspart author - The author's name.
 * @csspart badge - A badge next to the author's name. A badge defined by the backend also has the part `badge-ID`.
 * @csspart permalink - The link to the comment, around its time.
 * @csspart time - The time of a comment.
 * @csspart note - A note such as "edited" or "held for review".
 * @csspart reply-to - The link to the parent of a reply.
 * @csspart body - The text of a comment, or of the policy.
 * @csspart removed - The text shown instead of a removed or muted comment.
 * @csspart actions - The buttons below a comment.
 * @csspart outgoing - A comment that is being sent.
 * @csspart gap - The number of comments that are not loaded between two that are shown.
 * @csspart new - The container of the buttons for new comments.
 * @csspart feed - The link to the feed of the discussion.
 * @csspart end - The end of the list.
 * @csspart progress - The number of loaded comments, while all are being loaded.
 *
 * @csspart edit-form - The form that changes a comment.
 * @csspart remove-form - The confirmation before a comment is removed.
 * @csspart report-form - The form that reports a comment.
 * @csspart vote-form - The form that asks a signed-out reader to sign in to vote.
 * @csspart reason - A reason to report a comment.
 * @csspart receipt - Notice that a report was sent or a comment removed.
 * @csspart conflict - Notice that the comment was changed elsewhere in the meantime.
 * @csspart theirs - The version of the comment that was changed elsewhere.
 * @csspart link - The address of a comment, to be copied by hand.
 * @csspart copied - Notice that the address was copied.
 * @csspart shortcuts - The dialog of keyboard shortcuts, and the action that opens it.
 *
 * @csspart button - Every button except the actions of a comment. Each also has a part of its own.
 * @csspart post - The button that posts.
 * @csspart post-anyway - Posts despite a warning.
 * @csspart cancel - Closes a form.
 * @csspart close - Closes a form that is done.
 * @csspart discard - Discards a text.
 * @csspart format - In the toolbar: formats the selected text.
 * @csspart preview-toggle - Switches between preview and text box.
 * @csspart add-link - Turns the selected text into a link.
 * @csspart undo - Restores a discarded draft or a removed comment.
 * @csspart copy - Copies a text that cannot be posted.
 * @csspart show - Goes to the comment just posted.
 * @csspart show-kept - Shows an earlier draft.
 * @csspart discard-kept - Discards an earlier draft.
 * @csspart sign-in - Signs the reader in, or announces that the page has to.
 * @csspart sign-out - Signs the reader out, or forgets a guest.
 * @csspart save - Saves an edit.
 * @csspart take-theirs - Uses the version that was changed elsewhere.
 * @csspart keep - Cancels the removal of a comment.
 * @csspart send - Sends a report.
 * @csspart withdraw - Withdraws a report.
 * @csspart retry - Repeats a failed action.
 * @csspart view-new - Shows new comments.
 * @csspart go-back - Returns to where the reader was before new comments were shown.
 * @csspart dismiss - Removes the button for new comments, or the one that returns.
 * @csspart load-between - Loads the comments of a gap.
 * @csspart more-replies - Loads more replies.
 * @csspart load-all - Loads all comments.
 * @csspart stop - Stops loading all comments.
 * @csspart skip - A skip link past the form or past the list, or the button for keyboard shortcuts.
 * @csspart moderate - Closes or reopens the discussion.
 * @csspart close-now - Confirms closing the discussion.
 * @csspart keep-open - Leaves the discussion open.
 *
 * @csspart action - Every action of a comment. Each also has a part of its own.
 * @csspart up - Recommends a comment, or votes for it.
 * @csspart down - Votes against a comment.
 * @csspart votes - A number of votes without a button.
 * @csspart reply - Opens the form for a reply.
 * @csspart edit - Opens the form that changes the comment.
 * @csspart remove - Opens the confirmation before the comment is removed; also the button in it that removes the comment.
 * @csspart notice-fields - The fields of a notice of illegal content, in the report form.
 * @csspart notice-address - The address of the comment that the notice is about.
 * @csspart add-address - Adds the address of another comment.
 * @csspart remove-address - Removes the address of another comment, or that of the decision.
 * @csspart good-faith - The check box of the good-faith statement.
 * @csspart notice-copy - The copy of the notice that was sent.
 * @csspart copy-notice - Copies the notice that was sent.
 * @csspart status-link - In the receipt of a report, the link to the decision.
 * @csspart redress - The link to contest a decision.
 * @csspart decision - The statement of reasons for a restriction, shown to the author.
 * @csspart decision-fields - For moderators: the reasons of a decision, in a form that asks for them.
 * @csspart report - Opens the form that reports the comment. A link if reports go to another address.
 * @csspart collapse - Hides and shows the replies.
 * @csspart unmute - Shows a muted comment once.
 * @csspart unmute-always - Unmutes its author.
 * @csspart more - Opens the less frequent actions; also their container. Below the list, the button for the next page.
 * @csspart copy-link - Copies the comment's address.
 * @csspart share - Opens the device's dialog for sharing the comment's address.
 * @csspart mute - Mutes its author.
 * @csspart pin - Pins or unpins the comment.
 * @csspart approve - For moderators: publishes a held comment.
 * @csspart reject - For moderators: rejects a held comment.
 * @csspart feature - For moderators: features the comment.
 * @csspart unfeature - For moderators: stops featuring the comment.
 * @csspart hide - For moderators: hides the comment from readers.
 * @csspart unhide - For moderators: shows it again.
 * @csspart ban - For moderators: opens the confirmation before the author is banned; also the button in it that bans.
 * @csspart moderation-form - The result of a moderator's action, with a button to undo it.
 * @csspart original - The link to the comment on the network where it was written.
 */
export class SectionProperties extends LitElement {
  static override properties: PropertyDeclarations = {
    adapter: { attribute: false },
    discussion: {},
    backend: {},
    src: {},
    token: { attribute: false },
    order: {},
    pageSize: { type: Number, attribute: 'page-size' },
    closed: { type: Boolean, reflect: true },
    policyHref: { attribute: 'policy-href' },
    reportHref: { attribute: 'report-href' },
    reportReasons: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
    timeZone: { attribute: 'time-zone' },
    timeStyle: { attribute: 'time-style' },
    avatars: { type: Boolean },
    toolbar: {},
    loading: {},
    messages: { attribute: false },
    debug: { type: Boolean },
  };

  /** The adapter of the backend. Takes precedence over `backend` and `src`. */
  adapter: CommentsAdapter | undefined;

  /** Key of the discussion at the backend. Default: the page's canonical address, without hash. */
  discussion: string | undefined;

  /** Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set. */
  backend: string | undefined;

  /** Base URL of the backend. */
  src: string | undefined;

  /**
   * Bearer token of the viewer, for backends that accept one: a token, or a function that returns one. Empty: no viewer is signed in.
   * Another string or function means another viewer, for whom the section loads the comments again.
   */
  token: Token | undefined;

  /** Order of the comments: `oldest`, `newest`, `top`, or the id of an order that the backend defines. Default: the first that the adapter offers. */
  order: Sort | (string & {}) | undefined;

  /** Number of top-level comments per page, 1 to 1,000. */
  pageSize = 25;

  /** Closes the discussion on this page, regardless of the backend. A Boolean attribute: it closes the discussion with any value. */
  closed = false;

  /** URL of the comment policy. The policy notice ends with a link to it. */
  policyHref: string | undefined;

  /**
   * Where reports go if the adapter has no `report`: a URL or a `mailto:` address. `{id}` and `{url}` are replaced by those of the
   * comment.
   */
  reportHref: string | undefined;

  /**
   * The reasons that readers can choose from, in this order. Replaces the adapter's reasons. A reason with the form `notice` asks for
   * everything that a notice of illegal content requires. The backend must support their ids.
   */
  reportReasons: readonly ReportReason[] | undefined;

  /** Level of the section's heading, 1 to 6. */
  headingLevel = 2;

  /** IANA time zone name. Default: the reader's time zone. */
  timeZone: string | undefined;

  /** How times are shown. `absolute` prints "Jun 7, 2013, 6:54 AM EDT". */
  timeStyle: 'relative' | 'absolute' = 'relative';

  /** Shows the pictures of authors, or their initials. Browsers then send requests to the servers of the pictures. */
  avatars = false;

  /** Whether forms have a toolbar and a preview, if the backend accepts Markdown or HTML. Default: `on`. */
  toolbar: 'on' | 'off' | undefined;

  /** When the comments are loaded. `lazy`: when the element is near the viewport, or at once for a link to a comment. `eager`: at once. */
  loading: 'lazy' | 'eager' = 'lazy';

  /** Replaces single messages. A string may replace a function. */
  messages: MessageOverrides | undefined;

  /** Shows notes for the developer on the page, also in production, and checks every response of the adapter completely. */
  debug = false;
}
