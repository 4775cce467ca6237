/**
 * Writes an export of Disqus with invented comments, to measure the import:
 * `node --import tsx scripts/generate-disqus-export.mjs 1000000 > export.xml`. The second argument is the number of comments on each
 * article, by default 20. The same arguments result in the same file.
 */
import { once } from 'node:events';
import { randomFrom } from '../test/support/random-from.ts';

const [count = '1000', perArticle = '20'] = process.argv.slice(2);
const random = randomFrom(1);
const words =
  'the bridge swan harbour council tunnel ferry again this morning because nobody asked whether old plan could still work today'.split(
    ' ',
  );
const pick = (list) => list[Math.floor(random() * list.length)];
const sentence = () => `${Array.from({ length: 8 + Math.floor(random() * 40) }, () => pick(words)).join(' ')}.`;
const time = (seconds) => new Date(Date.UTC(2008, 0, 1) + seconds * 1000).toISOString().replace('.000Z', 'Z');

let pending = '';
async function write(text) {
  pending += text;
  if (pending.length < 1 << 20) return;
  if (!process.stdout.write(pending)) await once(process.stdout, 'drain');
  pending = '';
}

await write(`<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><forum>news</forum><title>General</title><isDefault>true</isDefault></category>
`);
const articles = Math.ceil(Number(count) / Number(perArticle));
for (let article = 1; article <= articles; article++)
  await write(`<thread dsq:id="${article}">
<id>/articles/${article}/</id>
<forum>news</forum>
<link>https://news.example/articles/${article}/</link>
<title>Article ${article}</title>
<createdAt>${time(article * 600)}</createdAt>
<isClosed>false</isClosed>
<isDeleted>false</isDeleted>
</thread>
`);
/** The last comment on each article. */
const last = new Map();
for (let number = 1; number <= Number(count); number++) {
  const article = 1 + Math.floor(random() * articles);
  const id = 5_000_000 + number;
  const parent = random() < 0.5 ? last.get(article) : undefined;
  last.set(article, id);
  await write(`<post dsq:id="${id}">
<id></id>
<message><![CDATA[<p>${sentence()}</p><p>${sentence()}</p>]]></message>
<createdAt>${time(number * 300)}</createdAt>
<isDeleted>${random() < 0.01}</isDeleted>
<isSpam>${random() < 0.02}</isSpam>
<author><name>${pick(words)} ${pick(words)} ${number % 5000}</name><isAnonymous>true</isAnonymous></author>
<thread dsq:id="${article}" />
${parent === undefined ? '' : `<parent dsq:id="${parent}" />\n`}</post>
`);
}
await write('</disqus>\n');
if (pending) process.stdout.write(pending);
