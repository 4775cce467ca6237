import { html, nothing, type TemplateResult } from 'lit';
import { bodyElement } from '../content/body-element.js';
import { safeUrl } from '../content/safe-url.js';
import type { Formats } from '../i18n/formats.js';
import type { ReadingMessages } from '../i18n/messages.js';
import type { Comment } from '../model/adapter.js';
import type { Reporting } from './reporting.js';

export interface RowView {
  readonly comment: Comment;
  readonly messages: ReadingMessages;
  readonly formats: Formats;
  /** What the time says at present. */
  readonly time: string;
  readonly timeIsRelative: boolean;
  readonly way: Reporting['way'];
  readonly href: string | undefined;
  /** Address of the comment on this page. */
  readonly permalink: string;
  /** The report form, while it is open. */
  readonly form: TemplateResult | typeof nothing;
}

/**
 * One comment. Templates are written without white space between tags, and each comment is few nodes: a thousand of them
 * are drawn at once. Clicks are heard by the list, which finds the comment by its row.
 */
export function commentRow({ comment, messages, formats, time, timeIsRelative, way, href, permalink, form }: RowView): TemplateResult {
  const { author, status = 'visible', replyTo, body } = comment;
  const gone = goneText(status, messages);
  const name = author?.name || messages.anonymous;
  const note =
    status === 'pending' ? messages.heldForReview : replyTo ? messages.inReplyTo(replyTo.name) : comment.editedAt ? messages.edited : '';
  const created = Date.parse(comment.createdAt);
  return html`<article part="comment" aria-label=${name}>
    <header part="comment-header" class="small">
      ${authorName(name, author?.url)}${author?.badges?.map(
        (badge) => html`<span part="badge" class="badge">${messages.badges[badge] ?? badge}</span>`,
      )}${
        Number.isNaN(created)
          ? nothing
          : html`<a part="permalink" class="muted" href=${permalink}
              ><time part="time" datetime=${new Date(created).toISOString()} title=${timeIsRelative ? formats.absolute(created) : nothing}
                >${time}</time
              ></a
            >`
      }${note === '' ? nothing : html`<span part="note" class="muted">${note}</span>`}
    </header>
    ${
      gone === undefined ? bodyElement(body) : html`<p part="removed" class="gone body">${gone}</p>`
    }${report({ way, href }, messages, form !== nothing)}${form}
  </article>`;
}

function authorName(name: string, url?: string): TemplateResult {
  const href = safeUrl(url);
  return href === undefined
    ? html`<bdi part="author" class="author">${name}</bdi>`
    : html`<a part="author" class="author" href=${href} rel="ugc nofollow noopener"><bdi>${name}</bdi></a>`;
}

function report({ way, href }: Pick<RowView, 'way' | 'href'>, messages: ReadingMessages, open: boolean): TemplateResult | typeof nothing {
  switch (way) {
    case 'none':
      return nothing;
    case 'link':
      return actions(html`<a part="action report" class="action end" href=${href ?? nothing}>${messages.report}</a>`);
    case 'form':
    case 'done':
      return actions(
        html`<button part="action report" class="action end" type="button" data-action="report" aria-expanded=${open}>
          ${way === 'done' ? messages.reported : messages.report}
        </button>`,
      );
  }
}

function actions(content: TemplateResult): TemplateResult {
  return html`<div part="actions" class="actions small">${content}</div>`;
}

/** What stands in the place of a comment that is no longer shown. */
function goneText(status: NonNullable<Comment['status']>, messages: ReadingMessages): string | undefined {
  switch (status) {
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
