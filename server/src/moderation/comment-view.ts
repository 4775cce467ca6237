import { markup, type Markup } from '../notices/markup.js';
import { nameOf, type PlacedComment, type ReportRow } from './open-reports.js';
import { pages } from './page-frame.js';
import { type PageWords, timeOf } from './page-words.js';

interface CommentParts {
  /** Of the element. */
  readonly id: string;
  /** What its queue adds. */
  readonly details: Markup;
  readonly actions: Markup;
  readonly select?: Markup;
  /** Who else is working on it. */
  readonly claim?: Markup;
}

/** A comment as its moderator reads it. */
export function commentView(
  path: string,
  comment: PlacedComment,
  words: PageWords,
  { id, details, actions, select, claim }: CommentParts,
): Markup {
  const { own, core } = words;
  const { created_at: createdAt, edited_at: editedAt, parent, owner } = comment;
  return markup`<li>
<article aria-labelledby="${id}" tabindex="-1">
<h2 id="${id}"><bdi>${nameOf(comment)}</bdi></h2>
<p class="facts">${parent === '' ? own.comment : own.reply} · ${placeOf(comment)} · ${timeOf(createdAt, words)}${
    editedAt !== null && markup` · ${core.edited} ${timeOf(editedAt, words)}`
  }${
    owner !== null &&
    markup` · <bdi>${owner}</bdi> · <a href="${path}${pages.erase}?identity=${encodeURIComponent(owner)}">${own.erase}…</a>
· <a href="${path}${pages.warn}?identity=${encodeURIComponent(owner)}">${own.warn}…</a>`
  }</p>
<blockquote dir="auto">${comment.body}</blockquote>
${details}
${claim !== undefined && markup`<p class="claim" role="status">${claim}</p>`}
<div class="actions">${select}${actions}</div>
</article>
</li>
`;
}

/** A link to the comment on its page. The address comes from a browser and is shown if it is one of a page. */
function placeOf({ id, key, url, title }: PlacedComment): Markup {
  const page = URL.canParse(url) ? new URL(url) : undefined;
  if (!page || !/^https?:$/.test(page.protocol)) return markup`<bdi>${title ?? key}</bdi>`;
  page.hash = `comment-${id}`;
  const address = `${page.host}${page.pathname}`;
  const words = title === null ? markup`<bdi>${address}</bdi>` : markup`<bdi>${title}</bdi> (<bdi>${address}</bdi>)`;
  return markup`<a href="${page.href}" rel="noopener noreferrer ugc nofollow">${words}</a>`;
}

/** One report: why, by whom, when, and in whose words. `label`: the words for its reason. */
export function reportView(report: ReportRow, comment: PlacedComment, label: string, words: PageWords): Markup {
  const { reporter, reporter_name: name, detail, revision, reference, created_at: createdAt } = report;
  const who = name === null ? words.core.badges.guest : markup`<bdi>${name}</bdi> (<bdi>${reporter}</bdi>)`;
  return markup`<li>
<p><b>${label}</b> · ${who} · ${timeOf(createdAt, words)} · <bdi class="reference">${reference}</bdi>${
    revision !== null && revision !== String(comment.revision) && ` · ${words.own.earlierVersion}`
  }</p>
${detail !== '' && markup`<blockquote dir="auto">${detail}</blockquote>`}
</li>`;
}
