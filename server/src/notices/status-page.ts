import type { Decision, Redress } from 'article-comments/rules.js';
import type { LegalNoticeRow } from '../database/tables.js';
import { markup, type Markup } from './markup.js';
import { type StatusWords, utcTime } from './status-words.js';

/** What became of a notice, for its sender. Says nothing about the author of the comment, and nothing that the sender wrote. */
export function statusPage(notice: LegalNoticeRow, words: StatusWords): string {
  const { reference, received_at: receivedAt, erased_at: erasedAt } = notice;
  const { legal } = words;
  const decision = decisionOf(notice);
  return framed(
    words,
    legal.copyLabel,
    markup`<p class="outcome">${decision ? measureOf(decision, words) : erasedAt ? words.expired : legal.sent()}</p>
${!decision && !erasedAt && markup`<p>${legal.status}</p>`}
<p>${legal.reference(reference)}</p>
<dl>
<dt>${legal.received}</dt>
<dd>${timeOf(receivedAt, words)}</dd>
${decision && decisionView(decision, words)}
</dl>
${decision?.redress && redressView(decision.redress, words)}`,
  );
}

export const unknownNoticePage = (words: StatusWords): string => framed(words, words.notFound, markup``);

export const decisionOf = ({ decision }: LegalNoticeRow): Decision | undefined =>
  decision === null ? undefined : (JSON.parse(decision) as Decision);

export const measureOf = ({ measure }: Decision, { legal, kept }: StatusWords): string =>
  // A decision on a notice is never a ban.
  measure === 'kept' || measure === 'banned' ? kept : legal.decision.measures[measure];

/** Whether automated means have decided, and whether they have found the comment. */
export function meansOf({ automated, automatedDetection }: Decision, { legal }: StatusWords): string {
  const decided = automated ? legal.decision.automated : legal.decision.byPerson;
  return automatedDetection ? `${decided} ${legal.decision.detected}` : decided;
}

function decisionView(given: Decision, words: StatusWords): Markup {
  const { measure, ground, rule, facts, decidedAt } = given;
  const { decision } = words.legal;
  return markup`${
    decidedAt !== undefined &&
    markup`<dt>${decision.decidedAt}</dt>
<dd>${timeOf(new Date(decidedAt), words)}</dd>`
  }
${
  measure !== 'kept' &&
  markup`<dt>${decision.ground}</dt>
<dd>${decision.grounds[ground]}</dd>`
}
${
  rule !== undefined &&
  markup`<dt>${decision.rule}</dt>
<dd><bdi>${rule}</bdi></dd>`
}
${
  facts !== undefined &&
  markup`<dt>${decision.facts}</dt>
<dd class="text" dir="auto">${facts}</dd>`
}
<dt>${decision.means}</dt>
<dd>${meansOf(given, words)}</dd>`;
}

function redressView({ message, href }: Redress, { legal }: StatusWords): Markup {
  return markup`<h2>${legal.decision.redress}</h2>
${message !== undefined && markup`<p class="text" dir="auto">${message}</p>`}
${href !== undefined && markup`<p><a href="${href}">${legal.contest}</a></p>`}`;
}

const timeOf = (date: Date, words: StatusWords): Markup =>
  markup`<time datetime="${date.toISOString()}">${utcTime(date, words)}</time>`;

/** Addresses are relative to that of the page, which may be below the path of a site. */
const framed = ({ lang, dir }: StatusWords, title: string, content: Markup): string =>
  markup`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="style.css">
<script type="module" src="local-times.js"></script>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.toString();

/** Path of the pages that tell senders what was decided. Below that of the API, so that a proxy passes it on. */
export const statusPages = '/api/notices';

export const statusPath = (token: string): string => `${statusPages}/${token}`;
