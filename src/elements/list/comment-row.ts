import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { safeUrl } from '../../content/safe-url.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import type { PlacedComment } from '../../model/discussion/thread.js';
import { raise } from '../command.js';
import { PREFIX } from '../permalink/permalink.js';
import { type CommentAction, commentActions, type CommentActionsInput } from './comment-actions.js';
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

/** One comment as a row of the list. */
export function commentRow(view: CommentView): TemplateResult {
  const { placed, messages, body, form, isMuted, isNew, failure } = view;
  const { comment, depth } = placed;
  const { id, author, status } = comment;
  const name = author?.name || messages.anonymous;
  const tombstone = tombstoneText(status, messages);
  const gone = isMuted ? messages.muted(name) : tombstone;
  const replyTo = replyToText(placed, messages);
  const actions = commentActions({ ...view, isThere: tombstone === '' });
  const indent = Math.min(depth, MAX_INDENT);
  const classes = ['row', depth > 0 ? `answer d${indent}` : '', status === 'pending' ? 'held' : '', isNew ? 'unread' : ''];
  return html`
    <li id=${PREFIX + id} class=${classes.filter(Boolean).join(' ')} role="listitem" tabindex="-1">
      <article part="comment" aria-label=${replyTo ? `${name}, ${replyTo}` : name}>
        ${header(view, name, replyTo)}${gone ? html`<p part="removed" class="body muted">${gone}</p>` : body}
        <div part="actions" class="actions small">${repeat(actions, actionKey, actionButton)}</div>
        ${failure ? rowFailure(failure, messages) : nothing}${form}
      </article>
    </li>
  `;
}

function header({ placed, messages, formats, time, permalink, isNew }: CommentView, name: string, replyTo: string): TemplateResult {
  const { comment, depth, parent } = placed;
  const { author, pinned, featured, createdAt } = comment;
  const href = safeUrl(author?.url);
  const created = Date.parse(createdAt);
  // Indentation shows the parent, up to its limit, where the reply directly follows it.
  const isShownByIndent = depth <= MAX_INDENT && parent && (comment.replyTo?.id ?? parent.id) === parent.id;
  const note = noteText(comment, isShownByIndent ? '' : replyTo, messages);
  const badges = [
    ...(author?.badges?.map((badge) => messages.badges[badge] ?? badge) ?? []),
    pinned ? messages.pinned : '',
    featured ? messages.featured : '',
    isNew ? messages.isNew : '',
  ].filter(Boolean);
  return html`
    <header part="comment-header" class="small">
      <bdi part="author" class="author">${href ? html`<a href=${href} rel="ugc nofollow noopener">${name}</a>` : name}</bdi>
      ${badges.map((badge) => html`<span part="badge" class="badge">${badge}</span>`)}
      ${
        // Omit unparsable dates.
        created
          ? html`<a part="permalink" class="muted" href=${permalink}
              ><time part="time" datetime=${new Date(created).toISOString()} title=${formats.absolute(created)}
                >${time ?? formats.absolute(created)}</time
              ></a
            >`
          : nothing
      }
      ${note ? html`<span part="note" class="muted">${note}</span>` : nothing}
    </header>
  `;
}

function rowFailure({ text, retry }: RowFailure, messages: Messages): TemplateResult {
  return html`
    <p role="alert" part="failure" class="failure small">
      ${text}${
        retry
          ? html`<button part="button retry" class="link after" type="button" @click=${raise(retry)}>${messages.tryAgain}</button>`
          : nothing
      }
    </p>
  `;
}

const actionKey = ({ type, name }: CommentAction): string => `${type} ${name}`;

function actionButton(action: CommentAction): TemplateResult {
  const { name, text } = action;
  switch (action.type) {
    case 'count':
      return html`<span part="votes" class="votes ${name}">${text}</span>`;
    case 'link':
      return html`<a part="action ${name}" class="action ${name}" href=${action.href}>${text}</a>`;
    case 'button':
      return html`<button
        part="action ${name}"
        class="action ${name}"
        type="button"
        aria-expanded=${ifDefined(action.expanded)}
        aria-pressed=${ifDefined(action.pressed)}
        @click=${raise(action.command)}
      >
        ${text}
      </button>`;
  }
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
