import { LitElement, type PropertyDeclarations } from 'lit';
import type { MessageOverrides } from '../i18n/messages.js';
import type { CommentsAdapter, ReportReason, Sort, Token } from '../model/adapter.js';

/**
 * The public interface of a comments section: its settings, slots, events, parts and custom properties. An invalid setting is replaced
 * by its default and reported to the developer. `settings/settings.ts` validates settings.
 *
 * These lines are the source of `custom-elements.json`, and thereby of the reference and of the data for editors. The parts of a
 * feature are described in its files, also by `@csspart`.
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
 * @csspart truncated - Notice that the backend has more comments than it returns.
 * @csspart notice - Notice that the comment in the page's address was removed or could not be loaded.
 * @csspart label - The label of a field.
 * @csspart textbox - A text box.
 * @csspart input - A single-line field.
 * @csspart problem - The error message of a field, or a hint.
 * @csspart body - The text of a comment, or of the policy.
 * @csspart receipt - Notice that a report was sent or a comment removed.
 * @csspart button - Every button except the actions of a comment. Each also has a part of its own.
 * @csspart cancel - Closes a form.
 * @csspart close - Closes a form that is done.
 * @csspart sign-in - Signs the reader in, or announces that the page has to.
 * @csspart action - Every action of a comment. Each also has a part of its own.
 * @csspart up - Recommends a comment, or votes for it.
 * @csspart down - Votes against a comment.
 * @csspart votes - A number of votes without a button.
 * @csspart reply - Opens the form for a reply.
 * @csspart edit - Opens the form that changes the comment.
 * @csspart remove - Opens the confirmation before the comment is removed; also the button in it that removes the comment.
 * @csspart report - Opens the form that reports the comment. A link if reports go to another address.
 * @csspart collapse - Hides and shows the replies.
 * @csspart more - Opens the less frequent actions; also their container. Below the list, the button for the next page.
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

  /** Number of top-level comments per page, 1 to 1,000. The first hundred are shown before the rest is loaded. */
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
