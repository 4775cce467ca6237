import { html, nothing, type TemplateResult } from 'lit';
import { hiddenTarget } from '../../content/link.js';
import { safeUrl } from '../../content/safe-url.js';
import type { Messages } from '../../i18n/messages.js';
import { type Command, raise } from '../command.js';
import { permalink } from '../permalink/permalink.js';
import { drawAction, drawActions } from './action-buttons.js';
import { commentActions, type CommentActionsInput, reportAction } from './comment-actions.js';
import type { RowFailure } from './list-view.js';
import { isNamed, nameOfControl, repliedTo, type RepliedTo, shownAuthor } from './shown-author.js';

/** Replies are indented to this depth; deeper ones stand below each other and say whom they reply to. */
export const MAX_INDENT = 3;

export interface CommentView extends CommentActionsInput {
  /** The time as written at present: relative, or the whole date. Empty where the backend's makes no sense. */
  readonly time: string;
  /** The whole date. */
  readonly date: string;
  readonly permalink: string;
  readonly failure: RowFailure | undefined;
  /** True when it was posted since the reader's last visit. */
  readonly isNew: boolean;
  /** The level of the authors' names among the headings of the page. */
  readonly headingLevel: number;
  /** What is open below it. */
  readonly form: unknown;
  readonly body: HTMLElement;
}

/**
 * One comment. Its templates have no white space between tags: as text nodes, it would be a third of all nodes on a page with a
 * thousand comments. `row`: where it is drawn.
 */
export function commentRow(view: CommentView, row: Element): TemplateResult {
  const { placed, messages, authorName, tombstone, body, form, isMuted, failure } = view;
  const gone = isMuted ? messages.muted(authorName) : tombstone;
  const parent = repliedTo(placed, messages);
  return html`<article part="comment" tabindex="-1" aria-label=${nameOfComment(view, parent)}
    >${header(view, row, parent)}${gone ? html`<p part="removed" class="body muted">${gone}</p>` : body}<div
      part="actions"
      class="actions small"
    ></div
    >${failure ? rowFailure(failure, messages) : nothing}${form}</article
  >`;
}

/** The classes of a comment's row. */
export function rowClasses({ placed: { comment, depth }, isNew }: CommentView): string {
  return [
    depth > 0 ? `answer d${Math.min(depth, MAX_INDENT)}` : '',
    comment.status === 'pending' ? 'held' : '',
    isNew ? 'unread' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Draws the row of actions into a comment's row. */
export function drawCommentActions(row: Element, view: CommentView): void {
  const actions = row.querySelector('.actions');
  if (actions) drawActions(actions, commentActions(view));
}

function header(view: CommentView, row: Element, parent: RepliedTo): TemplateResult {
  const { placed, messages, authorName, time, date, isNew } = view;
  const { comment } = placed;
  const author = shownAuthor(comment);
  const href = safeUrl(author?.url);
  const badges = [
    ...(author?.badges?.map((badge) => messages.badges[badge] ?? badge) ?? []),
    comment.pinned ? messages.pinned : '',
    comment.featured ? messages.featured : '',
    isNew ? messages.isNew : '',
  ].filter(Boolean);
  const report = drawAction(reportAction(view), row.querySelector('header > .report'));
  // Omit unparsable dates. Texts are set as properties where possible: a binding between tags costs two more nodes.
  return html`<header part="comment-header" class="small"
    ><bdi part="author" class="author" role="heading" aria-level=${view.headingLevel}
      >${
        href
          ? html`<a href=${href} rel="ugc nofollow noopener">${authorName + hiddenTarget(authorName, href)}</a>`
          : authorName
      }</bdi
    >${badges.map((badge) => html`<span part="badge" class="badge">${badge}</span>`)}${
      date
        ? html`<a part="permalink" class="muted" href=${view.permalink} aria-label=${nameOfControl(time, 'comment', comment, messages)}
            ><time
              part="time"
              datetime=${new Date(comment.createdAt).toISOString()}
              title=${date}
              .textContent=${time}
            ></time
          ></a>`
        : nothing
    }${note(view, parent)}${report}</header
  >`;
}

/** The remark beside the time of a comment. */
function note({ placed, messages, tombstone }: CommentView, parent: RepliedTo): TemplateResult | typeof nothing {
  const { comment, depth } = placed;
  const { status, editedAt, parentId } = comment;
  // Indentation shows the parent, up to its limit, where the reply directly follows it.
  const isShownByIndent = depth <= MAX_INDENT && placed.parent && parent.id === placed.parent.id;
  const isReply = parentId || parent.name;
  const replyTo = parent.name ? messages.inReplyTo(parent.name) : messages.inReplyToUnknown;
  const parts = [
    isReply && !isShownByIndent
      ? parent.id
        ? html`<a part="reply-to" class="reply-to" href=${permalink(parent.id)}>${replyTo}</a>`
        : replyTo
      : '',
    // What was edited is gone from a tombstone.
    editedAt && !tombstone ? messages.edited : '',
  ].filter(Boolean);
  const text =
    status === 'pending' ? messages.heldForReview : parts.length > 1 ? [parts[0], ' · ', parts[1]] : parts[0];
  return text ? html`<span part="note" class="muted">${text}</span>` : nothing;
}

/** "Reply by Ada to Grace, 3 hours ago". */
function nameOfComment(view: CommentView, parent: RepliedTo): string {
  const { placed, messages, authorName, time } = view;
  const kind = !isNamed(placed.comment, messages)
    ? authorName
    : parent.name
      ? messages.replyBy(authorName, parent.name)
      : messages.commentBy(authorName);
  const isUnknown = placed.comment.parentId && !parent.name;
  return [kind, isUnknown ? messages.inReplyToUnknown : '', time].filter(Boolean).join(', ');
}

function rowFailure({ text, retry }: RowFailure, messages: Messages): TemplateResult {
  const button = (command: Command): TemplateResult => html`
    <button part="button retry" class="link after" type="button" @click=${raise(command)}>${messages.tryAgain}</button>
  `;
  return html`<p role="alert" part="failure" class="failure small">${text}${retry ? button(retry) : nothing}</p>`;
}
