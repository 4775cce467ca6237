/**
 * Serves the pages, their data and the builds of the widget from memory, compressed in advance, so that neither the disk
 * nor compression affects the measurements.
 */
import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { branchTop, createComments, newestFirst, threadsWithLongBranch } from './comments.mjs';
import { handwrittenPage } from './handwritten-page.mjs';
import { staticPage } from './static-page.mjs';
import { conversationPage, servedPage, widgetPage, widgetWithEveryActionPage } from './widget-page.mjs';

/** Number of comments in the discussion with the long branch. */
const conversationSize = 1_000;

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

const commentsPath = (size) => `/comments-${size}.json`;
const conversationPath = '/conversation.json';
const newestConversationPath = '/conversation-newest.json';

const entry = 'article-comments.js';
const buildPath = (build) => `/builds/${build}/`;

/** A discussion, and the pages that show it without the widget. */
function discussionFiles(comments, now) {
  const size = comments.total;
  return {
    [commentsPath(size)]: JSON.stringify(comments),
    [`/static-${size}.html`]: staticPage(comments, now),
    [`/handwritten-${size}.html`]: handwrittenPage(commentsPath(size)),
  };
}

const conversationFiles = (conversation) => ({
  [conversationPath]: JSON.stringify(conversation),
  [newestConversationPath]: JSON.stringify(newestFirst(conversation)),
});

/** The scripts of a build, and the pages that use it. */
async function buildFiles({ name, folder }, sizes) {
  const script = `${buildPath(name)}${entry}`;
  const pages = sizes.flatMap((size) => {
    const address = commentsPath(size);
    return [
      [`/${name}-${size}.html`, widgetPage(script, address)],
      [`/${name}-every-action-${size}.html`, widgetWithEveryActionPage(script, address)],
      [`/${name}-live-${size}.html`, conversationPage(script, address, address)],
    ];
  });
  pages.push([`/${name}-conversation.html`, conversationPage(script, conversationPath, newestConversationPath)]);
  return Object.fromEntries([...(await readScripts(name, folder)), ...pages]);
}

/** The pages whose comments a server has rendered. */
async function servedFiles({ name, folder }, discussions, now) {
  const renderer = await import(pathToFileURL(join(folder, '..', 'server.js')).href);
  const css = await readFile(join(folder, 'article-comments.css'), 'utf8');
  const files = discussions.map((comments) => {
    const place = { script: `${buildPath(name)}${entry}`, css, address: commentsPath(comments.total) };
    return [`/served-${comments.total}.html`, servedPage({ ...place, comments, now }, renderer)];
  });
  return Object.fromEntries(files);
}

async function readScripts(build, folder) {
  const names = await readdir(folder).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (!names.includes(entry))
    throw new Error(
      `There is no ${entry} in ${folder}. Run \`npm run build\` first, or leave the widget out with --only.`,
    );
  const scripts = names.filter((name) => extname(name) === '.js');
  return Promise.all(scripts.map(async (name) => [`${buildPath(build)}${name}`, await readFile(join(folder, name))]));
}

/** The last paragraph of the last comment. */
const lastText = ({ items }) => items.at(-1).body.value.split('\n\n').at(-1);

/**
 * Starts the server on a free port of the loopback interface. Returns `{ origin, lastTexts, conversation, close }`:
 * `lastTexts` has the last comment's text by size, and `conversation` describes the discussion with the long branch.
 */
export async function startServer({ sizes, builds, pages }) {
  const now = Date.now();
  const discussions = sizes.map((size) => createComments(size, now));
  const conversation = createComments(conversationSize, now, threadsWithLongBranch);
  const texts = Object.assign(
    conversationFiles(conversation),
    ...discussions.map((comments) => discussionFiles(comments, now)),
    ...(await Promise.all(builds.map((build) => buildFiles(build, sizes)))),
    pages.includes('served') ? await servedFiles(builds[0], discussions, now) : {},
  );
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, gzipSync(text, { level: 9 })]));

  const server = createServer((request, response) => {
    const body = files.get(request.url);
    if (!body) return response.writeHead(404).end();
    const headers = {
      'content-type': contentTypes[extname(request.url)],
      'content-encoding': 'gzip',
      'content-length': body.length,
    };
    return response.writeHead(200, headers).end(body);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    lastTexts: new Map(discussions.map((comments) => [comments.total, lastText(comments)])),
    conversation: { count: conversationSize, lastText: lastText(conversation), branch: branchTop(conversation).id },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
