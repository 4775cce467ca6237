import { LitElement, type PropertyDeclarations } from 'lit';
import type { MessageOverrides } from '../i18n/messages.js';
import type { CommentsAdapter, ReportReason, Sort, Token } from '../model/adapter.js';

/**
 * What a page sees of a comments section: its settings, slots, events, parts and custom properties. A value that cannot be used has no
 * effect: the default takes its place, and the developer is told. `settings/settings.ts` says what can be used.
 *
 * `custom-elements.json` is made from these lines, and from it the reference and the data for editors.
 *
 * @slot - Shown until the element is ready, and for good where there is no JavaScript.
 * @slot policy - The comment policy, in place of the default text.
 * @slot closed - The notice of a closed discussion.
 * @slot empty - The text of a discussion without comments.
 * @slot sign-in - The page's own way to sign in.
 * @slot composer-end - Below the text box: a captcha, a newsletter box.
 *
 * @fires comments-load - The discussion is open and its first page is shown. Once for each opening, and not again after `reload()`.
 * @fires comments-error - Something failed. The section says so, or keeps what it shows; of a setting that cannot be used, only the developer is told.
 * @fires comments-count - The number of comments is known, or has changed.
 * @fires comments-action - The reader has done something that has no event of its own.
 * @fires comments-before-submit - A comment is about to be sent. Cancelable.
 * @fires comments-submit - The backend has accepted a comment, to publish or to review.
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
 * @cssprop --article-comments-muted - Text that is not read first: times, notes.
 * @cssprop --article-comments-edge - Borders of text boxes and buttons.
 * @cssprop --article-comments-line - Lines between comments.
 * @cssprop --article-comments-wash - Background of notices.
 * @cssprop --article-comments-radius - Radius of corners. Text boxes, forms and dialogs take at most 0.75rem.
 * @cssprop --article-comments-interface-font - Typeface of names, notes and buttons. The heading, the text boxes and the comments have the page's.
 * @cssprop --article-comments-small-size - Size of small text.
 * @cssprop --article-comments-space - Space between the parts of the section.
 * @cssprop --article-comments-indent - Indentation of a reply below its parent.
 * @cssprop --article-comments-avatar-size - Width and height of an author's picture.
 * @cssprop --article-comments-text-width - Longest line of a comment.
 * @cssprop --article-comments-sticky-offset - Height of what the page keeps at the top of the window.
 *
 * @csspart section - Everything.
 * @csspart bar - The heading and the menus.
 * @csspart heading - The heading with the number of comments.
 * @csspart order - The sort menu with its label.
 * @csspart filter - The menu of selections, such as the editors’ picks, with its label.
 * @csspart filtered - The list of a selection.
 * @csspart show-in-conversation - Leads from a comment of a selection to its place among all.
 * @csspart select - The sort menu, and that of selections.
 * @csspart policy - The comment policy.
 * @csspart policy-link - The link to the whole policy.
 * @csspart closed - Why nobody can comment.
 * @csspart message - The editors' message to all readers.
 * @csspart warning - A warning to this reader, in the place of the form until it is acknowledged.
 * @csspart acknowledge - Acknowledges the warning.
 * @csspart refusal - Why this reader cannot comment.
 * @csspart moderation - Closing and reopening, for moderators.
 * @csspart placeholder - The grey lines while comments load.
 * @csspart empty - The text of a discussion without comments.
 * @csspart truncated - Says that the backend has more comments than it returns.
 * @csspart failure - What failed, with a way to try again.
 * @csspart unavailable - The sentence in place of a section that is set up wrongly.
 * @csspart developer-note - What is set up wrongly. Only its developer sees it.
 * @csspart notice - Says that the comment in the address is gone, or could not be loaded.
 *
 * @csspart composer - The form for a comment or a reply.
 * @csspart composer-foot - Its last line, with the buttons.
 * @csspart composer-note - Who is posting, and whether the draft is saved.
 * @csspart label - A label of a field.
 * @csspart textbox - A text box.
 * @csspart input - A field of one line.
 * @csspart fields - The fields for guests: name, email, website.
 * @csspart remember - The choice to remember them.
 * @csspart toolbar - The buttons that format a text.
 * @csspart link-form - Asks for the address of a link.
 * @csspart preview - A text as it will look.
 * @csspart notify - The choice to be told of replies.
 * @csspart counter - How many characters are left.
 * @csspart problem - What is wrong with a field, or a hint.
 * @csspart countdown - How long to wait before the next comment.
 * @csspart closing-soon - Says that the discussion is about to close.
 * @csspart parent-note - Says that the comment replied to was changed or removed.
 * @csspart outcome - What became of a comment.
 * @csspart challenge - A captcha's question, or a warning about the text.
 * @csspart captcha - The picture of a captcha.
 * @csspart kept - Why a text cannot be posted. It can be copied.
 * @csspart kept-text - The offer of a text that was written before.
 * @csspart discarded - Says that a text was discarded, with the way back.
 *
 * @csspart list - All comments.
 * @csspart comment - A comment without its replies.
 * @csspart comment-header - Author, badges, time, note and "Report as abuse".
 * @csspart avatar - The author's picture or initials, with `avatars`.
 * @csspart author - The author's name.
 * @csspart badge - A badge beside it. One of the backend's own has a part `badge-ID` as well.
 * @csspart permalink - The link to the comment, around its time.
 * @csspart time - The time of a comment.
 * @csspart note - "edited", "in reply to", "held for review".
 * @csspart reply-to - The link to the comment replied to.
 * @csspart body - The text of a comment, or of the policy.
 * @csspart removed - What stands in place of a removed or muted comment.
 * @csspart actions - The buttons below a comment.
 * @csspart outgoing - A comment on its way to the backend.
 * @csspart gap - How many comments are missing between two that are shown.
 * @csspart new - The place of the button for new comments.
 * @csspart feed - The link to the feed of the discussion.
 * @csspart end - The end of the list.
 * @csspart progress - How many comments are loaded, while all of them are.
 *
 * @csspart edit-form - The form that changes a comment.
 * @csspart remove-form - The question before a comment is removed.
 * @csspart report-form - The form that reports a comment.
 * @csspart vote-form - The question to somebody who votes signed out.
 * @csspart reason - A reason to report a comment.
 * @csspart receipt - Says that a report was sent, or a comment removed.
 * @csspart conflict - Says that the comment was changed elsewhere meanwhile.
 * @csspart theirs - The comment as it was changed elsewhere.
 * @csspart link - The address of a comment, to be copied by hand.
 * @csspart copied - Says that it was copied.
 * @csspart shortcuts - The dialog of keyboard shortcuts, and the action that opens it.
 *
 * @csspart button - Every button but the actions of a comment. Each has a part of its own as well.
 * @csspart post - The button that posts.
 * @csspart post-anyway - Posts in spite of a warning.
 * @csspart cancel - Closes a form.
 * @csspart close - Closes a form that has nothing to do any more.
 * @csspart discard - Discards a text.
 * @csspart format - Formats what is selected. In the toolbar.
 * @csspart preview-toggle - Shows the preview, or the text box again.
 * @csspart add-link - Makes a link of what is selected.
 * @csspart undo - Brings back what was discarded or removed.
 * @csspart copy - Copies a text that cannot be posted.
 * @csspart show - Leads to the comment just posted.
 * @csspart show-kept - Shows a text that was written before.
 * @csspart discard-kept - Discards it.
 * @csspart sign-in - Signs the reader in, or says who has to.
 * @csspart sign-out - Signs the reader out.
 * @csspart save - Saves an edit.
 * @csspart take-theirs - Takes the text that was changed elsewhere.
 * @csspart keep - Keeps the comment.
 * @csspart send - Sends a report.
 * @csspart withdraw - Withdraws it.
 * @csspart retry - Tries again what failed.
 * @csspart view-new - Shows new comments.
 * @csspart load-between - Loads the comments that are missing in between.
 * @csspart more-replies - Loads further replies.
 * @csspart load-all - Loads all comments.
 * @csspart stop - Ends that.
 * @csspart skip - Leads past the form or past the list, for keyboards.
 * @csspart moderate - Closes or reopens the discussion.
 * @csspart close-now - Confirms that.
 * @csspart keep-open - Leaves the discussion open.
 *
 * @csspart action - Every action of a comment. Each has a part of its own as well.
 * @csspart up - Recommends a comment, or agrees.
 * @csspart down - Disagrees.
 * @csspart votes - A number of votes without a button.
 * @csspart reply - Opens the form for a reply.
 * @csspart edit - Opens the form that changes the comment.
 * @csspart remove - Opens the question before the comment is removed, and the button that removes it.
 * @csspart notice-fields - The fields of a notice of illegal content, in the form of reports.
 * @csspart notice-address - The address of the comment that the notice is about.
 * @csspart add-address - Adds the address of another comment.
 * @csspart remove-address - Takes such an address away.
 * @csspart good-faith - The box that the sender has to tick.
 * @csspart notice-copy - Copies the notice that was sent.
 * @csspart copy-notice - Its button.
 * @csspart status-link - In the receipt of a report, the link to the decision.
 * @csspart redress - The link to contest a decision.
 * @csspart decision - Why the comment was restricted, for its author.
 * @csspart report - Opens the form that reports the comment. Where reports go elsewhere, a link.
 * @csspart collapse - Folds and unfolds the replies.
 * @csspart unmute - Shows a muted comment once.
 * @csspart unmute-always - Ends the muting of its author.
 * @csspart more - Opens the less frequent actions, and these; below the list, the button for the next page.
 * @csspart copy-link - Copies the comment's address.
 * @csspart share - Opens the device's dialog for sharing the comment's address.
 * @csspart mute - Mutes its author.
 * @csspart pin - Pins the comment, or ends that.
 * @csspart approve - For moderators: publishes a held comment.
 * @csspart reject - For moderators: turns down a held comment.
 * @csspart feature - For moderators: features the comment.
 * @csspart unfeature - For moderators: ends that.
 * @csspart hide - For moderators: hides the comment from readers.
 * @csspart unhide - For moderators: shows it again.
 * @csspart ban - For moderators: opens the question before the author is banned, and the button that bans.
 * @csspart moderation-form - What became of a moderator's action, with the way back.
 * @csspart original - Leads to the comment on the network it was written in.
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

  /** The backend. Wins over `backend` and `src`. */
  adapter: CommentsAdapter | undefined;

  /** Key of the discussion at the backend. Default: the page's canonical address, without hash. */
  discussion: string | undefined;

  /** Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set. */
  backend: string | undefined;

  /** Base URL of the backend. */
  src: string | undefined;

  /**
   * Who is reading, for backends that take a bearer token: a token, or a function that returns one. Empty: nobody is signed in. Another
   * text or function means another reader, for whom the section asks the backend again.
   */
  token: Token | undefined;

  /** Order of the comments: `oldest`, `newest`, `top`, or the id of one of the backend's own. Default: the first that the adapter offers. */
  order: Sort | (string & {}) | undefined;

  /** Top-level comments per page, 1 to 1,000. */
  pageSize = 25;

  /** Closes the discussion on this page, whatever the backend says. The attribute closes it with any value: leave it out to keep it open. */
  closed = false;

  /** URL of the comment policy. The policy notice ends with a link to it. */
  policyHref: string | undefined;

  /**
   * Where reports go when the adapter has no `report`: a URL or a `mailto:` address. `{id}` and `{url}` in it are replaced by those
   * of the comment.
   */
  reportHref: string | undefined;

  /**
   * The reasons that readers can choose from, in this order, in place of the adapter's. A reason with the form `notice` asks for all
   * that a notice of illegal content holds. The backend has to know their ids.
   */
  reportReasons: readonly ReportReason[] | undefined;

  /** Level of the section's heading, 1 to 6. */
  headingLevel = 2;

  /** IANA time zone name. Default: the reader's time zone. */
  timeZone: string | undefined;

  /** How times are shown. `absolute` prints "Jun 7, 2013, 6:54 AM EDT". */
  timeStyle: 'relative' | 'absolute' = 'relative';

  /** Shows the pictures of authors, and their initials where there is none. Readers' browsers then ask the servers of the pictures. */
  avatars = false;

  /** Whether forms have a toolbar and a preview, where the backend reads Markdown or HTML. Default: `on`. */
  toolbar: 'on' | 'off' | undefined;

  /** When the backend is asked. `lazy`: when the element comes near the viewport, or at once for a link to a comment. `eager`: at once. */
  loading: 'lazy' | 'eager' = 'lazy';

  /** The publisher's own words, message by message. A plain text may stand for a function. */
  messages: MessageOverrides | undefined;

  /** Shows notes for the developer on the page, wherever it is, and checks every response of the adapter in full. */
  debug = false;
}
