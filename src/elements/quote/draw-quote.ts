import { html, nothing, type TemplateResult } from 'lit';
import { bodyElement } from '../../content/body-element.js';
import { pageUrl, safeUrl } from '../../content/safe-url.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import { fragmentOf } from '../../presentation/comment-address.js';
import { nameOfControl, shownName, tombstoneText } from '../../presentation/shown-author.js';

export interface Quote {
  readonly comment: Comment;
  readonly messages: Messages;
  readonly formats: Formats;
  /** Address of the page with the discussion. */
  readonly href: string | undefined;
  /** Keeps the drawn text. */
  readonly owner: object;
}

/** Whether everybody may read the comment: a quote shows nothing that waits for a moderator. */
export function isPublished({ status }: Comment): boolean {
  return status === undefined || status === 'visible';
}

export function drawQuote(quote: Quote): TemplateResult {
  const { comment, messages, owner } = quote;
  return html`<figure part="quote" aria-labelledby="author"
    ><blockquote>${bodyElement(comment.body, owner)}</blockquote
    ><figcaption part="caption" lang=${messages.lang} dir=${messages.dir}
      ><bdi id="author" part="author">${shownName(comment, messages)}</bdi>${time(quote)}${link(quote)}</figcaption
    ></figure
  >`;
}

/** The sentence in place of a comment that is no longer there, or not there yet. */
export function drawGone(comment: Comment | null, messages: Messages): TemplateResult {
  const text = (comment && tombstoneText(comment, messages)) || messages.quoteGone;
  return html`<p part="notice" lang=${messages.lang} dir=${messages.dir}>${text}</p>`;
}

/** The whole date: an article is read long after the quote was put into it. */
function time({ comment: { createdAt }, formats }: Quote): TemplateResult | typeof nothing {
  const created = Date.parse(createdAt);
  if (!created) return nothing;
  return html`<time part="time" datetime=${new Date(created).toISOString()}>${formats.absolute(created)}</time>`;
}

function link(quote: Quote): TemplateResult | typeof nothing {
  const { comment, messages } = quote;
  const address = addressOf(quote);
  if (!address) return nothing;
  const words = messages.goToComment;
  const name = nameOfControl(words, 'comment', comment, messages);
  return html`<a part="permalink" href=${address} aria-label=${name}>${words}</a>`;
}

/** The comment on the page of its discussion, unless that address has a hash already; otherwise at the backend. */
function addressOf({ comment: { id, permalink }, href }: Quote): string | undefined {
  const page = pageUrl(href);
  if (!page) return safeUrl(permalink);
  return page.includes('#') ? page : page + fragmentOf(id);
}
