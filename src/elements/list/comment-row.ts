import { html, nothing, type TemplateResult } from 'lit';
import { hiddenTarget } from '../../content/link-element.js';
import { safeUrl } from '../../content/safe-url.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import type { PlacedComment } from '../../model/discussion/thread.js';
import { type Command, raise } from '../command.js';
import { drawAction, drawActions } from './action-buttons.js';
import { commentActions, type CommentActionsInput, reportAction } from './comment-actions.js';
import type { RowFailure } from './list-view.js';

/** Replies are indented to this depth; deeper ones stand below each other and say whom they reply to. */
export const MAX_INDENT = 3;

export interface CommentView extends Omit<CommentActionsInput, 'isThere'> {
  /** The time as written at present; undefined: the whole date. */
  readonly time: string | undefined;
  readonly permalink: string;
  readonly failure: RowFailure | undefined;
  /** True when it was posted since the reader's last visit. */
  readonly isNew: boolean;
  /** What is open below it. */
  readonly form: unknown;
  readonly body: HTMLElement;
}

/**
 * One comment. Its templates have no white space between tags: as text nodes, it would be a third of all nodes on a page with a
 * thousand comments. `row`: where it is drawn.
 */
export function commentRow(view: CommentView, row: Element): TemplateResult {
  const { placed, messages, body, form, isMuted, failure } = view;
  const { author, status } = placed.comment;
  const name = author?.name || messages.anonymous;
  const gone = isMuted ? messages.muted(name) : tombstoneText(status, messages);
  const replyTo = replyToText(placed, messages);
  return html`<article part="comment" aria-label=${replyTo ? `${name}, ${replyTo}` : name}
    >${header(view, row, name, replyTo)}${gone ? html`<p part="removed" class="body muted">${gone}</p>` : body}<div
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
  const isThere = tombstoneText(view.placed.comment.status, view.messages) === '';
  const actions = row.querySelector('.actions');
  if (actions) drawActions(actions, commentActions({ ...view, isThere }));
}

function header(view: CommentView, row: Element, name: string, replyTo: string): TemplateResult {
  const { placed, messages, formats, time, permalink, isNew } = view;
  const { comment, depth, parent } = placed;
  const { author, pinned, featured, createdAt } = comment;
  const href = safeUrl(author?.url);
  const created = Date.parse(createdAt);
  const date = created ? formats.absolute(created) : '';
  // Indentation shows the parent, up to its limit, where the reply directly follows it.
  const isShownByIndent = depth <= MAX_INDENT && parent && (comment.replyTo?.id ?? parent.id) === parent.id;
  const note = noteText(comment, isShownByIndent ? '' : replyTo, messages);
  const badges = [
    ...(author?.badges?.map((badge) => messages.badges[badge] ?? badge) ?? []),
    pinned ? messages.pinned : '',
    featured ? messages.featured : '',
    isNew ? messages.isNew : '',
  ].filter(Boolean);
  const report = drawAction(reportAction(view), row.querySelector('header > .report'));
  // Omit unparsable dates. Texts are set as properties where possible: a binding between tags costs two more nodes.
  return html`<header part="comment-header" class="small"
    ><bdi part="author" class="author"
      >${href ? html`<a href=${href} rel="ugc nofollow noopener">${name + hiddenTarget(name, href)}</a>` : name}</bdi
    >${badges.map((badge) => html`<span part="badge" class="badge">${badge}</span>`)}${
      date
        ? html`<a part="permalink" class="muted" href=${permalink}
            ><time
              part="time"
              datetime=${new Date(created).toISOString()}
              title=${date}
              .textContent=${time ?? date}
            ></time
          ></a>`
        : nothing
    }${note ? html`<span part="note" class="muted">${note}</span>` : nothing}${report}</header
  >`;
}

function rowFailure({ text, retry }: RowFailure, messages: Messages): TemplateResult {
  const button = (command: Command): TemplateResult => html`
    <button part="button retry" class="link after" type="button" @click=${raise(command)}>${messages.tryAgain}</button>
  `;
  return html`<p role="alert" part="failure" class="failure small">${text}${retry ? button(retry) : nothing}</p>`;
}

/** Whom a comment replies to; empty at the top level. */
function replyToText({ comment: { replyTo, parentId }, parent }: PlacedComment, messages: Messages): string {
  const name = replyTo?.name ?? (parent && (parent.author?.name || messages.anonymous));
  return name ? messages.inReplyTo(name) : parentId ? messages.inReplyToUnknown : '';
}

/** The remark beside the time of a comment. */
function noteText({ status, editedAt }: Comment, replyTo: string, messages: Messages): string {
  if (status === 'pending') return messages.heldForReview;
  return [replyTo, editedAt && messages.edited].filter(Boolean).join(' · ');
}

/** What stands in place of a comment that is no longer shown; empty for one that is. */
function tombstoneText(status: Comment['status'], messages: Messages): string {
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
    default:
      return messages.removedByEditors;
  }
}
