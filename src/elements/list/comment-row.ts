import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { hiddenTarget } from '../../content/link.js';
import { safeUrl } from '../../content/safe-url.js';
import type { Progress } from '../../model/state/discussion-state.js';
import type { MoreReplies } from '../../model/discussion/thread.js';
import { commentActions, reportActions } from '../../presentation/comment-actions.js';
import { badgesOf, type ShownBadge } from '../../presentation/badges.js';
import { type CommentView, MAX_INDENT, nameOfComment, noteOn, replyNoteOn } from '../../presentation/comment-view.js';
import { isNamed, nameOfControl, shownAuthor } from '../../presentation/shown-author.js';
import { failure } from '../frame/failure.js';
import type { RowFailure } from '../list-view.js';
import { permalink } from '../page/address.js';
import type { Row, Section } from '../section.js';
import { drawActions } from './action-buttons.js';

/** Everything that the row of a comment shows. */
export interface CommentRow extends CommentView {
  readonly section: Section;
  /** The author's picture. Undefined if the page shows none. */
  readonly avatar: unknown;
  readonly failure: RowFailure | undefined;
  /** The open panel. */
  readonly form: unknown;
  readonly body: HTMLElement;
  /** Why the comment was restricted, below the text that replaces it. */
  readonly decision: unknown;
}

/**
 * One comment. The templates have no white space between tags: its text nodes would be a third of all nodes on a page with a thousand
 * comments. The menu is after "More" and before the button for reports, as the Tab key and screen readers reach them.
 *
 * @csspart comment - A comment without its replies.
 * @csspart comment-header - Author, badges, time and note.
 * @csspart author - The author's name.
 * @csspart badge - A badge next to the author's name. A badge defined by the backend also has the part `badge-ID`.
 * @csspart permalink - The link to the comment, around its time.
 * @csspart time - The time of a comment.
 * @csspart note - A note such as "edited" or "held for review".
 * @csspart reply-to - The link to the parent of a reply.
 * @csspart removed - The text shown instead of a removed or muted comment.
 * @csspart actions - The buttons below a comment.
 * @csspart more-replies - Loads more replies.
 */
export function commentRow(view: CommentRow): TemplateResult {
  const { tombstone, body, form, muted, failure, decision } = view;
  const gone = muted?.text ?? tombstone;
  const isMenu = view.panel === 'more';
  return html`<article part="comment" tabindex="-1" aria-label=${nameOfComment(view)}
    >${header(view)}${replyNote(view)}${gone ? html`<p part="removed" class="body muted">${gone}</p>${decision}` : body}<div
      part="actions"
      class="actions small"
      ><span></span>${isMenu ? form : nothing}<span></span
    ></div
    >${failure ? rowFailure(failure, view.section) : nothing}${isMenu ? nothing : form}</article
  >`;
}

/** Renders the actions into the row of a comment. */
export function drawCommentActions(row: Element, view: CommentRow): void {
  const [actions, report] = row.querySelectorAll('.actions > span');
  drawActions(actions!, commentActions(view), view.section);
  drawActions(report!, reportActions(view), view.section);
}

function header(view: CommentRow): TemplateResult {
  const { placed, messages, authorName, time, date } = view;
  const { comment } = placed;
  const href = safeUrl(shownAuthor(comment)?.url);
  const note = noteOn(view);
  // Where possible, text is set as a property: a child binding costs two more nodes.
  return html`<header part="comment-header" class="small"
    ><bdi part="author" class=${isNamed(comment, messages) ? 'author' : 'author muted'} role="heading" aria-level=${view.headingLevel}
      >${
        href
          ? html`<a href=${href} rel="ugc nofollow noopener">${authorName + hiddenTarget(authorName, href)}</a>`
          : authorName
      }</bdi
    >${[...(view.avatar ? [view.avatar] : []), ...badgesOf(view).map(badgeTag)]}${
      time
        ? html`<a part="permalink" class="muted" href=${view.permalink} aria-label=${nameOfControl(time, 'comment', comment, messages)}
            ><time
              part="time"
              datetime=${new Date(comment.createdAt).toISOString()}
              title=${ifDefined(date)}
              .textContent=${time}
            ></time
          ></a>`
        : nothing
    }${note ? html`<span part="note" class="muted" .textContent=${note}></span>` : nothing}</header
  >`;
}

/** Floats at the start of the text. */
function replyNote(view: CommentRow): TemplateResult | typeof nothing {
  const note = replyNoteOn(view);
  if (!note) return nothing;
  const { id, text } = note;
  return html`<a part="reply-to" class="reply-to small muted" href=${ifDefined(id && permalink(id))}>${text}</a>`;
}

function badgeTag({ text, part, className, isLabel }: ShownBadge): TemplateResult {
  return isLabel
    ? html`<bdi part=${part} class="badge" title=${text}>${text}</bdi>`
    : html`<span part="badge" class=${className}>${text}</span>`;
}

function rowFailure({ text, retry }: RowFailure, section: Section): TemplateResult {
  const button = retry
    ? html`
        <button part="button retry" class="link after" type="button" @click=${section.on(retry)}>${section.messages.tryAgain}</button>
      `
    : nothing;
  return html`<p role="alert" part="failure" class="failure small">${text} ${button}</p>`;
}

/** The row below the loaded replies to a comment: the button that loads more of them, or why that failed. */
export function moreRepliesRow(section: Section, { comment, depth }: MoreReplies, progress: Progress | undefined): Row {
  const { messages } = section;
  const { id } = comment;
  const onLoad = section.on({ type: 'load-replies', id });
  const isLoading = progress?.state === 'loading';
  const text = isLoading ? messages.loadingReplies : messages.moreReplies;
  const button = html`
    <button
      part="button more-replies"
      class="link small"
      type="button"
      aria-label=${nameOfControl(text, 'replies', comment, messages)}
      aria-disabled=${isLoading}
      @click=${onLoad}
    >
      ${text}
    </button>
  `;
  const template =
    progress?.state === 'failed' ? failure(messages.repliesFailed, progress.error, messages, onLoad) : button;
  return { id: `more-${id}`, draw: () => ({ className: `answer d${Math.min(depth, MAX_INDENT)}`, template }) };
}
