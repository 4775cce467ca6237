/**
 * Serves the pages, their data and the builds of the widget from memory, compressed in advance, so that neither the disk
 * nor compression affects the measurements. As CDNs do, it compresses with brotli and speaks HTTP/2, which requests all files at once,
 * while HTTP/1.1 would have six connections. Browsers require encryption for both.
 */
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createSecureServer } from 'node:http2';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { backendReplies } from '../support/recorded-backends.mjs';
import { articles } from './arrivals.mjs';
import { branchTop, createComments, newestFirst, threadsWithLongBranch } from './comments.mjs';
import { handwrittenPage } from './handwritten-page.mjs';
import { countsPage, kinds, pageOf, publisherCountsPage, publisherPage } from './publisher-page.mjs';
import { staticPage } from './static-page.mjs';
import { conversationPage, servedPage, widgetPage, widgetWithEveryActionPage } from './widget-page.mjs';

/** Number of comments in the discussion with the long branch. */
const conversationSize = 1_000;

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** As CDNs compress files, and servers their responses. */
const qualities = { '.js': constants.BROTLI_MAX_QUALITY };
const responseQuality = 5;

const compressed = (path, text) =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: qualities[extname(path)] ?? responseQuality },
  });

/** A private key and a certificate for it, which no browser trusts. */
function createIdentity() {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', '-'];
  const certificate = ['-x509', '-days', '2', '-subj', '/CN=localhost', '-out', '-'];
  try {
    const pem = execFileSync('openssl', ['req', ...key, ...certificate], { stdio: ['ignore', 'pipe', 'ignore'] });
    return { key: pem, cert: pem };
  } catch (cause) {
    throw new Error('The benchmark needs the command openssl, for the certificate of its server.', { cause });
  }
}

/** Backends by kind of page. */
const backendOf = { http: 'http', wordpress: 'wordpress', archive: 'static', 'http-counts': 'http' };

const backendPath = (backend, size) => `/backends/${backend}/${size}`;
const backendPattern = /^(\/backends\/[a-z]+\/\d+)(\/.*)$/;
const countsPath = (size) => `/counts-${size}.json`;

const commentsPath = (size) => `/comments-${size}.json`;
const conversationPath = '/conversation.json';
const newestConversationPath = '/conversation-newest.json';

const entry = 'article-comments.js';
/** The script for pages with counts alone. Earlier builds have none. */
const countsEntry = 'counts.js';
const buildPath = (build) => `/builds/${build}/`;

/** A discussion, and the pages that show it without the widget. */
function discussionFiles(comments, now) {
  const size = comments.total;
  return {
    [commentsPath(size)]: JSON.stringify(comments),
    [countsPath(size)]: JSON.stringify({
      counts: Object.fromEntries(Array.from({ length: size }, (_, key) => [key, 2])),
    }),
    [`/static-${size}.html`]: staticPage(comments, now),
    [`/handwritten-${size}.html`]: handwrittenPage(commentsPath(size)),
    ...Object.fromEntries(
      Object.entries(articles).map(([way, rest]) => [
        `/handwritten-${way}-${size}.html`,
        handwrittenPage(commentsPath(size), rest),
      ]),
    ),
  };
}

const conversationFiles = (conversation) => ({
  [conversationPath]: JSON.stringify(conversation),
  [newestConversationPath]: JSON.stringify(newestFirst(conversation)),
});

/** The pages of a size for each of `kinds`. `countsScript`: for those with counts alone. */
function kindsOfPages(script, countsScript, build, comments) {
  const size = comments.total;
  const src = (kind) => backendPath(backendOf[kind], size);
  const withBackend = (kind, rest) =>
    publisherPage(script, backendOf[kind], { src: src(kind), comments: comments.items, rest });
  const pages = {
    http: withBackend('http'),
    wordpress: withBackend('wordpress'),
    archive: withBackend('archive'),
    counts: countsPage(countsScript, size, countsPath(size)),
    'http-counts': publisherCountsPage(countsScript, size, src('http-counts')),
  };
  return [
    ...kinds.map((kind) => [`/${pageOf(build, kind)}-${size}.html`, pages[kind]]),
    ...Object.entries(articles).map(([way, rest]) => [
      `/${pageOf(build, 'http')}-${way}-${size}.html`,
      withBackend('http', rest),
    ]),
  ];
}

/** The scripts of a build, and the pages that use it. */
async function buildFiles({ name, folder }, discussions) {
  const scripts = Object.fromEntries(await readScripts(name, folder));
  const script = `${buildPath(name)}${entry}`;
  const ownScript = `${buildPath(name)}${countsEntry}`;
  const countsScript = ownScript in scripts ? ownScript : script;
  const pages = discussions.flatMap((comments) => {
    const size = comments.total;
    const address = commentsPath(size);
    return [
      ...kindsOfPages(script, countsScript, name, comments),
      [`/${name}-${size}.html`, widgetPage(script, address)],
      [`/${name}-every-action-${size}.html`, widgetWithEveryActionPage(script, address)],
      [`/${name}-live-${size}.html`, conversationPage(script, address, address)],
    ];
  });
  pages.push([`/${name}-conversation.html`, conversationPage(script, conversationPath, newestConversationPath)]);
  return { ...scripts, ...Object.fromEntries(pages) };
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
    ...(await Promise.all(builds.map((build) => buildFiles(build, discussions)))),
    pages.includes('served') ? await servedFiles(builds[0], discussions, now) : {},
  );
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, compressed(path, text)]));
  const backends = new Map(
    discussions.flatMap(({ items, total }) =>
      [...new Set(Object.values(backendOf))].map((backend) => [
        backendPath(backend, total),
        backendReplies(backend, items),
      ]),
    ),
  );

  const server = createSecureServer(createIdentity(), (request, response) => {
    const send = (body, type, headers, status = 200) =>
      response
        .writeHead(status, {
          'content-type': type,
          'content-encoding': 'br',
          'content-length': body.length,
          ...headers,
        })
        .end(body);
    const file = files.get(request.url);
    if (file) return send(file, contentTypes[extname(request.url)]);
    const { pathname, searchParams } = new URL(request.url, 'https://localhost');
    const [, backend, path] = backendPattern.exec(pathname) ?? [];
    if (path === '/events') return response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
    const reply = backends.get(backend)?.(path, searchParams);
    if (!reply) return response.writeHead(404).end();
    return send(compressed('.json', JSON.stringify(reply.body)), contentTypes['.json'], reply.headers, reply.status);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));

  return {
    origin: `https://127.0.0.1:${server.address().port}`,
    lastTexts: new Map(discussions.map((comments) => [comments.total, lastText(comments)])),
    conversation: { count: conversationSize, lastText: lastText(conversation), branch: branchTop(conversation).id },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
