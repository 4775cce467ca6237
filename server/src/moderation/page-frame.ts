import { markup, type Markup, type MarkupValue } from '../notices/markup.js';
import type { QueueCounts } from './count-queues.js';
import { fill, numberOf, type PageWords } from './page-words.js';

/** What every moderation page has around its content. */
export interface Frame {
  /** Path of the moderation pages. */
  readonly path: string;
  /** Of one of several sites on the server. */
  readonly siteName: string | undefined;
  /** Name of the moderator. */
  readonly name: string;
  /** Numbers of comments that wait for a moderator. */
  readonly counts: QueueCounts;
  readonly mails: { readonly waiting: number; readonly hasMailer: boolean };
  readonly current: PageName;
  readonly words: PageWords;
}

export type PageName = 'held' | 'reported' | 'notices' | 'removed' | 'discussion' | 'warn' | 'erase';

/** Addresses of the pages, below the path of the moderation pages. */
export const pages: Readonly<Record<PageName, string>> = {
  held: '',
  reported: '/reported',
  notices: '/notices',
  removed: '/removed',
  discussion: '/discussion',
  warn: '/warn',
  erase: '/erase',
};

/** The pages with a script of their own. */
const queuePages: readonly PageName[] = ['held', 'reported', 'removed'];

export function framedPage({ path, siteName, name, counts, mails, current, words }: Frame, content: Markup): string {
  const { own, takingPart } = words;
  const title = own[current];
  const link = (page: PageName, number?: number): Markup =>
    markup`<li><a href="${path}${pages[page]}"${page === current && markup` aria-current="page"`}>${own[page]}${
      number !== undefined && markup` <span class="count" data-count="${page}">${numberOf(number, words)}</span>`
    }</a></li>`;
  return barePage(
    path,
    words,
    siteName === undefined ? title : `${title} – ${siteName}`,
    markup`<a class="skip" href="#main">${own.skip}</a>
<header class="masthead">
<p class="title">${siteName !== undefined && markup`<bdi>${siteName}</bdi> · `}${own.title}</p>
<p class="account">${takingPart.signedInAs(name)}</p>
${mails.waiting > 0 && markup`<p class="mails">${mailsText(mails, words)}</p>`}
<nav aria-label="${own.title}">
<ul>
${link('held', counts.held)}
${link('reported', counts.reported)}
${link('notices', counts.notices)}
${link('removed')}
${link('discussion')}
${link('warn')}
${link('erase')}
</ul>
</nav>
</header>
<main id="main">
<h1>${title}</h1>
${content}
</main>${
      queuePages.includes(current) &&
      markup`
<script type="module" src="${path}/scripts/queue.js"></script>`
    }`,
  );
}

const mailsText = ({ waiting, hasMailer }: Frame['mails'], words: PageWords): MarkupValue => [
  fill(words.own.mailsWaiting, { count: numberOf(waiting, words) }),
  !hasMailer && ` ${words.own.noMailer}`,
];

/** A page without navigation, for those who may not or cannot moderate. Problems of the contract are told in English. */
export const messagePage = (
  path: string,
  words: PageWords,
  { title, text, link }: { readonly title: string; readonly text: string; readonly link: Markup },
): string =>
  barePage(
    path,
    words,
    title,
    markup`<header class="masthead"><p class="title">${words.own.title}</p></header>
<main id="main">
<h1 lang="en">${title}</h1>
<p lang="en">${text}</p>
<p>${link}</p>
</main>`,
  );

const barePage = (path: string, { lang, dir, own }: PageWords, title: string, body: Markup): string =>
  markup`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${own.title}</title>
<link rel="stylesheet" href="${path}/style.css">
<script type="module" src="${path}/local-times.js"></script>
</head>
<body>
${body}
</body>
</html>
`.toString();

/** How people are named on these pages. */
export const personHint = ({ own }: PageWords): Markup =>
  fill(own.personHint, { examples: markup`<code dir="ltr">person:42</code>, <code dir="ltr">guest:…</code>` });
