import type { Decision } from 'article-comments/rules.js';
import { markup, type Markup } from '../notices/markup.js';
import type { HouseRules } from '../rules/house-rules.js';
import { commentView } from './comment-view.js';
import { type DecisionEntry, emptyEntry, entryOf } from './decision-entry.js';
import { decisionForm } from './decision-form.js';
import type { NoticeItem, NoticePage } from './list-notices.js';
import { type Notice, noticeView } from './notice.js';
import { pages } from './page-frame.js';
import { type PageWords, reasonText, timeOf } from './page-words.js';
import { writePosition } from './queue-position.js';

export interface NoticeQueueView {
  readonly path: string;
  readonly page: NoticePage;
  /** Position of the page, as in its address; empty for the first one. */
  readonly after: string;
  readonly rules: HouseRules;
  readonly retentionDays: number;
  readonly words: PageWords;
  /** What was done on the page before. */
  readonly notice: Notice | undefined;
  /** A decision that was refused, for the notice with this reference. */
  readonly refused?: { readonly reference: string; readonly entry: DecisionEntry };
}

export function noticeQueueView(view: NoticeQueueView): Markup {
  const { path, page, after, notice, refused, words } = view;
  const { own } = words;
  const shown = notice && noticeView(notice, view, words);
  const at = placeOf(view);
  const isLost = refused !== undefined && !page.items.some((item) => item.notice.reference === refused.reference);
  const items = page.items.map((item, index) => itemView(view, item, `notice-${index + 1}`));
  const first = after !== '' && markup`<a href="${path}${pages.notices}">${own.firstPage}</a>`;
  const next =
    page.next && markup`<a href="${path}${pages.notices}?after=${writePosition(page.next)}">${own.nextPage}</a>`;
  return markup`<p class="intro">${own.introNotices}</p>
${isLost && markup`<p class="notice" role="alert" tabindex="-1" autofocus>${own.handled}</p>`}
${
  items.length === 0
    ? markup`${shown}<p class="nothing">${own.nothing}</p>`
    : markup`<ol class="queue">
${items.map((item, index) => [index === at && shown && markup`<li>${shown}</li>`, item])}
${at === items.length && shown && markup`<li>${shown}</li>`}
</ol>`
}
${(first || next) && markup`<nav class="paging" aria-label="${own.notices}">${first} ${next}</nav>`}`;
}

/** Where the handled notice stood, so that its reader goes on with the next one. */
function placeOf({ page: { items }, notice }: NoticeQueueView): number {
  if (!notice || !('since' in notice)) return 0;
  const since = new Date(notice.since).getTime();
  const index = items.findIndex((item) => item.notice.received_at.getTime() >= since);
  return index === -1 ? items.length : index;
}

function itemView(view: NoticeQueueView, item: NoticeItem, id: string): Markup {
  const { path, after, rules, refused, words } = view;
  const { notice, comment } = item;
  const earlier = comment.decision === null ? undefined : (JSON.parse(comment.decision) as Decision);
  const entry =
    refused?.reference === notice.reference ? refused.entry : earlier ? entryOf(earlier) : emptyEntry(rules.redress);
  return commentView(path, comment, words, {
    id,
    details: detailsOf(item, rules, words),
    actions: decisionForm({ action: `${path}/decide`, after, id }, item, entry, words),
  });
}

function detailsOf({ notice, comment }: NoticeItem, rules: HouseRules, words: PageWords): Markup {
  const { own, legal } = words;
  const { reason, reference, explanation, law, name, email, revision, received_at: receivedAt } = notice;
  const isEarlier = revision !== null && revision !== String(comment.revision);
  const isShown = comment.status === 'visible';
  const sender = [name, email].filter((part) => part !== null);
  return markup`<p class="why">${reasonText(rules, reason, words)} · <bdi class="reference">${reference}</bdi> · ${timeOf(receivedAt, words)}${
    isEarlier && ` · ${own.earlierVersion}`
  }</p>
${!isShown && markup`<p class="facts">${words.moderation.hidden}</p>`}
<dl class="legal-notice">
<dt>${legal.explanation}</dt>
<dd><blockquote dir="auto">${explanation}</blockquote></dd>
${law !== null && markup`<dt>${legal.law}</dt><dd><bdi>${law}</bdi></dd>`}
<dt>${legal.address}</dt>
${(JSON.parse(notice.urls) as readonly string[]).map(
  (url) => markup`<dd><a href="${url}" rel="noopener noreferrer ugc nofollow"><bdi dir="ltr">${url}</bdi></a></dd>`,
)}
<dt>${own.sender}</dt>
<dd>${sender.length === 0 ? own.anonymous : sender.map((part, index) => [index > 0 && ', ', markup`<bdi>${part}</bdi>`])}</dd>
<dd class="good-faith">${legal.goodFaith}</dd>
</dl>`;
}
