import { html, type TemplateResult } from 'lit';
import { safeUrl } from '../content/safe-url.js';
import type { Formats } from '../i18n/formats.js';
import type { ReadingMessages } from '../i18n/messages.js';
import type { Comment } from '../model/adapter.js';

export interface CommentView {
  readonly comment: Comment;
  readonly messages: ReadingMessages;
  readonly formats: Formats;
  /** What is written for its time at present; absent: the whole date. */
  readonly time: string | undefined;
  /** Address of the comment on this page. */
  readonly permalink: string;
  /** What is said beside the time, if anything. */
  readonly note: string;
  /** Whether the viewer may report it, or has; or the address where that is done. */
  readonly reporting: string;
  /** The report form, while it is open. */
  readonly form: TemplateResult | undefined;
  readonly body: HTMLElement;
}

/**
 * One comment. Its templates have no white space between tags, and a comment is few nodes: a thousand of them are drawn
 * at once. Clicks are heard by the list, which finds the comment by its row.
 */
export function commentRow({ comment, body, messages, formats, time, permalink, note, reporting, form }: CommentView): TemplateResult {
  const { author, status } = comment;
  const name = author?.name || messages.anonymous;
  const href = safeUrl(author?.url);
  const gone = goneText(status, messages);
  const created = Date.parse(comment.createdAt);
  // A time that is none stands nowhere.
  const date = created ? formats.absolute(created) : '';
  // Texts are set as properties where they can be: a binding between tags costs two nodes more, a thousand times.
  return html`<article part="comment" aria-label=${name}><header part="comment-header" class="small"><bdi part="author" class="author">${
    href ? html`<a href=${href} rel="ugc nofollow noopener">${name}</a>` : name
  }</bdi>${author?.badges?.map((badge) => html`<span part="badge" class="badge">${messages.badges[badge] ?? badge}</span>`)}${
    date &&
    html`<a part="permalink" class="muted" href=${permalink}><time part="time" datetime=${new Date(created).toISOString()} title=${date} .textContent=${time ?? date}></time></a>`
  }${note && html`<span part="note" class="muted">${note}</span>`}</header>${
    gone === undefined ? body : html`<p part="removed" class="body muted">${gone}</p>`
  }${reporting && html`<div part="actions" class="actions small">${action(reporting, messages, form)}</div>`}${form}</article>`;
}

function action(reporting: string, messages: ReadingMessages, form: unknown): TemplateResult {
  const isDone = reporting === 'done';
  return isDone || reporting === 'form'
    ? html`<button part="action report" class="action end" type="button" data-action="report" aria-expanded=${Boolean(form)} .textContent=${isDone ? messages.reported : messages.report}></button>`
    : html`<a part="action report" class="action end" href=${reporting}>${messages.report}</a>`;
}

/** What is said of a comment beside its time. */
export function noteOf({ status, replyTo, editedAt }: Comment, messages: ReadingMessages): string {
  if (status === 'pending') return messages.heldForReview;
  return [replyTo && messages.inReplyTo(replyTo.name), editedAt && messages.edited].filter(Boolean).join(' · ');
}

/** What stands in the place of a comment that is no longer shown. */
function goneText(status: Comment['status'], messages: ReadingMessages): string | undefined {
  switch (status) {
    case undefined:
    case 'visible':
    case 'pending':
      return undefined;
    case 'deleted':
      return messages.deletedByAuthor;
    case 'rejected':
      return messages.notPublished;
    case 'hidden':
    default:
      return messages.removedByEditors;
  }
}
