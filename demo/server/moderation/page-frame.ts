import { markup, type Markup } from './markup.js';

/** What every moderation page has around its content. */
export interface Frame {
  /** Path of the moderation pages. */
  readonly path: string;
  /** Name of the moderator. */
  readonly name: string;
  /** Numbers of comments that wait for a moderator. */
  readonly counts: { readonly held: number; readonly reported: number; readonly notices: number };
  readonly current: PageName;
}

export type PageName = 'held' | 'reported' | 'notices' | 'removed' | 'message' | 'warn' | 'erase';

/** Addresses of the pages, below the path of the moderation pages. */
export const pages: Readonly<Record<PageName, string>> = {
  held: '',
  reported: '/reported',
  notices: '/notices',
  removed: '/removed',
  message: '/message',
  warn: '/warn',
  erase: '/erase',
};

export function framedPage({ path, name, counts, current }: Frame, title: string, content: Markup): string {
  const link = (page: PageName, words: string, number?: number): Markup =>
    markup`<li><a href="${path}${pages[page]}"${page === current && markup` aria-current="page"`}>${words}${
      number !== undefined && markup` <span class="count">${number.toLocaleString('en')}</span>`
    }</a></li>`;
  return barePage(
    path,
    title,
    markup`<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<p class="title">Moderation</p>
<p class="account">Signed in as <bdi>${name}</bdi></p>
<nav aria-label="Moderation">
<ul>
${link('held', 'Held', counts.held)}
${link('reported', 'Reported', counts.reported)}
${link('notices', 'Notices', counts.notices)}
${link('removed', 'Removed')}
${link('message', 'Message')}
${link('warn', 'Warn a person')}
${link('erase', 'Erase a person')}
</ul>
</nav>
</header>
<main id="main">
<h1>${title}</h1>
${content}
</main>`,
  );
}

/** A page without navigation, for those who may not or cannot moderate. */
export const messagePage = (path: string, title: string, text: string, link: Markup): string =>
  barePage(
    path,
    title,
    markup`<header class="masthead"><p class="title">Moderation</p></header>
<main id="main">
<h1>${title}</h1>
<p>${text}</p>
<p>${link}</p>
</main>`,
  );

const barePage = (path: string, title: string, body: Markup): string =>
  markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Moderation</title>
<link rel="stylesheet" href="${path}/style.css">
</head>
<body>
${body}
</body>
</html>
`.toString();
