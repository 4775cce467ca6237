import type { Decision, Redress } from '../../../src/model/adapter.js';
import type { LegalNoticeRow } from '../database/tables.js';
import { markup, type Markup } from '../moderation/markup.js';
import { statusPages } from './status-path.js';
import { type StatusWords, utcTime } from './status-words.js';

/** What became of a notice, for its sender. Says nothing about the author of the comment, and nothing that the sender wrote. */
export function statusPage(
  { reference, received_at: receivedAt, decision, erased_at: erasedAt }: LegalNoticeRow,
  words: StatusWords,
): string {
  const decided = decision === null ? undefined : (JSON.parse(decision) as Decision);
  const facts = markup`<dt>${words.reference}</dt>
<dd>${reference}</dd>
<dt>${words.received}</dt>
<dd>${timeOf(receivedAt, words)}</dd>`;
  return framed(
    words,
    words.title,
    decided
      ? markup`<p class="outcome">${words.measures[decided.measure]}</p>
<dl>
${facts}
${decisionView(decided, words)}
</dl>
${decided.redress && redressView(decided.redress, words)}`
      : markup`<p class="outcome">${erasedAt ? words.expired : words.waiting}</p>
${!erasedAt && markup`<p>${words.comeBack}</p>`}
<dl>
${facts}
</dl>`,
  );
}

export const unknownNoticePage = (words: StatusWords): string =>
  framed(words, words.notFound, markup`<p>${words.notFoundText}</p>`);

function decisionView({ ground, rule, facts, automated = false, decidedAt }: Decision, words: StatusWords): Markup {
  return markup`${
    decidedAt !== undefined &&
    markup`<dt>${words.decided}</dt>
<dd>${timeOf(new Date(decidedAt), words)}</dd>`
  }
<dt>${words.ground}</dt>
<dd>${words.grounds[ground]}</dd>
${
  rule !== undefined &&
  markup`<dt>${words.rule}</dt>
<dd><bdi>${rule}</bdi></dd>`
}
${
  facts !== undefined &&
  markup`<dt>${words.facts}</dt>
<dd class="text" dir="auto">${facts}</dd>`
}
<dt>${words.automation}</dt>
<dd>${automated ? words.automated : words.notAutomated}</dd>`;
}

function redressView({ message, href }: Redress, words: StatusWords): Markup {
  return markup`<h2>${words.redress}</h2>
${message !== undefined && markup`<p class="text" dir="auto">${message}</p>`}
${href !== undefined && markup`<p><a href="${href}">${words.contest}</a></p>`}`;
}

const timeOf = (date: Date, words: StatusWords): Markup =>
  markup`<time datetime="${date.toISOString()}">${utcTime(date, words)}</time>`;

const framed = ({ lang, dir }: StatusWords, title: string, content: Markup): string =>
  markup`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${statusPages}/style.css">
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.toString();
