/**
 * Serves the pages, their data and the built widget from memory, all compressed beforehand, so that neither the disk nor
 * the compressor takes part in what is measured.
 */
import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { branchTop, createComments, newestFirst, threadsWithLongBranch } from './comments.mjs';
import { handwrittenPage } from './handwritten-page.mjs';
import { staticPage } from './static-page.mjs';
import { conversationPage, widgetPage, widgetWithEveryActionPage } from './widget-page.mjs';

/** Comments of the discussion with the long branch. */
const conversationSize = 1_000;

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

function pagesOf(comments, now) {
  const size = comments.total;
  const address = `/comments-${size}.json`;
  return {
    [address]: JSON.stringify(comments),
    [`/static-${size}.html`]: staticPage(comments, now),
    [`/handwritten-${size}.html`]: handwrittenPage(address),
    [`/widget-${size}.html`]: widgetPage(address),
    [`/every-action-${size}.html`]: widgetWithEveryActionPage(address),
    [`/live-${size}.html`]: conversationPage(address, address),
  };
}

/** The discussion with the long branch. */
function conversationFiles(comments) {
  const address = '/conversation.json';
  const newestAddress = '/conversation-newest.json';
  return {
    [address]: JSON.stringify(comments),
    [newestAddress]: JSON.stringify(newestFirst(comments)),
    '/conversation.html': conversationPage(address, newestAddress),
  };
}

/** What the last comment says last. */
const lastText = ({ items }) => items.at(-1).body.value.split('\n\n').at(-1);

/** The built widget under the address that publishers know; nothing when it has not been built. */
async function builtFiles(folder) {
  const names = await readdir(folder).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const scripts = names.filter((name) => extname(name) === '.js');
  return Object.fromEntries(await Promise.all(scripts.map(async (name) => [`/dist/cdn/${name}`, await readFile(join(folder, name))])));
}

/**
 * Starts the server on a free port of the loopback interface.
 * Answers `{ origin, lastTexts, conversation, hasWidget, close }`; `lastTexts` holds the last comment's text for each
 * size, and `conversation` is the discussion with the long branch.
 */
export async function startServer({ sizes, cdnFolder }) {
  const now = Date.now();
  const discussions = sizes.map((size) => createComments(size, now));
  const conversation = createComments(conversationSize, now, threadsWithLongBranch);
  const built = await builtFiles(cdnFolder);
  const texts = Object.assign(built, conversationFiles(conversation), ...discussions.map((comments) => pagesOf(comments, now)));
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, gzipSync(text, { level: 9 })]));

  const server = createServer((request, response) => {
    const body = files.get(request.url);
    if (!body) return response.writeHead(404).end();
    const headers = { 'content-type': contentTypes[extname(request.url)], 'content-encoding': 'gzip', 'content-length': body.length };
    return response.writeHead(200, headers).end(body);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    lastTexts: new Map(discussions.map((comments) => [comments.total, lastText(comments)])),
    conversation: { count: conversationSize, lastText: lastText(conversation), branch: branchTop(conversation).id },
    hasWidget: files.has('/dist/cdn/article-comments.js'),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
