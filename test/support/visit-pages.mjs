/** Pages that show a discussion from the script-tag build. */
import { backendMarkup, formatOf } from './recorded-backends.mjs';

const bodies = {
  text: { format: 'text', value: 'The pier was there before the road.\n\nSee https://example.com/pier for a picture.' },
  markdown: {
    format: 'markdown',
    value: 'The **pier** was there before the road.\n\n- See [a picture](https://example.com/pier).',
  },
  html: {
    format: 'html',
    value: '<p>The <strong>pier</strong> was there <a href="https://example.com/">before</a> the road.</p>',
  },
};

const comment = (id, parentId, body) => ({
  id,
  parentId,
  author: { name: 'Marguerite Aldous' },
  body,
  createdAt: '2026-11-24T08:15:00Z',
});

/** A page with the given markup. `script` runs as a module. */
function page(markup, script = '', address = '/dist/cdn/article-comments.js') {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The ferry pier</title>
<link rel="icon" href="data:,">
<script type="module" src="${address}"></script>
${markup}
<script type="module">${script}</script>
</html>`;
}

/** The body of an adapter whose backend takes comments and reports. */
const adapter = (state, items) => `{
  open: async () => ({ state: '${state}' }),
  list: async () => ({ items: ${JSON.stringify(items)}, total: ${items.length} }),
  submit: async (draft) => ({ outcome: 'pending' }),
  report: async () => {},
}`;

const setAdapter = (tag, source) => `document.querySelector('${tag}').adapter = ${source};`;

/** A comment with one reply, both in the given format of bodies. */
export const conversation = (format = 'text') => [
  comment('1', null, bodies[format]),
  comment('2', '1', bodies[format]),
];

/** What publishers paste: the element finds its adapter by `backend`, and the comments by `src`. */
export const publisherPage = () =>
  page('<article-comments backend="http" src="/api" discussion="pier"></article-comments>');

/** The same below an article, so long that its readers may never come near. */
export const farPage = () =>
  page(
    '<div style="height: 12000px"></div><article-comments backend="http" src="/api" discussion="pier"></article-comments>',
  );

/** The same for each built-in adapter, with a conversation in the format of the backend. */
export function backendPage(backend) {
  const comments = conversation(formatOf(backend));
  return { html: page(backendMarkup(backend, { src: '/api', comments })), comments };
}

/** A conversation, with an adapter written into the page. `address` is that of the entry. */
export function discussionPage({ format = 'text', state = 'open', address } = {}) {
  const items = conversation(format);
  const element = '<article-comments discussion="pier"></article-comments>';
  return page(element, setAdapter('article-comments', adapter(state, items)), address);
}

const COUNTS = '/dist/cdn/counts.js';

/** A list of articles, which shows numbers of comments and no discussion. */
export const countsPage = () =>
  page(
    '<comment-count discussion="pier"></comment-count>',
    setAdapter('comment-count', "{ counts: async () => new Map([['pier', 2]]) }"),
    COUNTS,
  );

/** The same list, as publishers paste it. */
export const publisherCountsPage = () =>
  page('<comment-count backend="http" src="/api" discussion="pier"></comment-count>', '', COUNTS);

/** A page whose discussion is an archive inside the element, shown by the adapter `static`. */
export function archivePage({ format, lang }) {
  const comments = [comment('1', null, bodies[format]), comment('2', null, bodies[format])];
  const archive = JSON.stringify({ comments });
  return page(
    `<article-comments backend="static" lang="${lang}"><script type="application/json">${archive}</script></article-comments>`,
  );
}
