/**
 * Stand-ins for the backends of the eight adapters, for visits that read. Each replies with the given comments in the shape that was
 * recorded from the real backend, under `test/adapters`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Body of the first recorded response to a request that begins with `asked`. */
function recorded(backend, asked) {
  const file = join(import.meta.dirname, '..', 'adapters', backend, 'exchanges.json');
  const found = JSON.parse(readFileSync(file, 'utf8')).find((exchange) => exchange.asked.startsWith(asked));
  return JSON.parse(found.body);
}

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A body as backends with HTML return it. */
function htmlOf({ body: { format, value } }) {
  if (format === 'html') return value;
  const paragraphs = value.split('\n\n');
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>\n`).join('');
}

const topLevel = (comments) => comments.filter(({ parentId }) => parentId === null);
const repliesTo = (comments, { id }) => comments.filter(({ parentId }) => parentId === id);
const descendantsOf = (comments, comment) =>
  repliesTo(comments, comment).flatMap((reply) => [reply, ...descendantsOf(comments, reply)]);

/** Responses of the HTTP contract, from a backend where viewers vote and report. */
function http(comments) {
  const answers = {
    '/discussion': {
      discussion: { state: 'open', viewer: { state: 'anonymous' } },
      page: { items: comments, total: comments.length },
      offers: {
        operations: ['vote', 'reportComment', 'countComments', 'followDiscussion'],
        sorts: ['oldest', 'newest', 'top'],
        votes: 'like',
        report: { reasons: [{ id: 'spam', label: 'Advertising' }, { id: 'other' }], detail: true },
      },
      position: '1',
    },
  };
  return (path, parameters) => {
    if (path !== '/counts') return answers[path];
    return { counts: Object.fromEntries(parameters.getAll('discussion').map((key) => [key, comments.length])) };
  };
}

function wordpress(comments) {
  const post = recorded('wordpress', 'GET /wp-json/wp/v2/posts/4');
  const [template] = recorded('wordpress', 'GET /wp-json/wp/v2/comments?post=4&orderby=date_gmt&parent_exclude=0');
  const { children } = recorded('wordpress', 'GET /wp-json/wp/v2/comments?post=4&orderby=date_gmt&parent=0')[0]._links;
  const rows = comments.map((comment) => ({
    ...template,
    id: Number(comment.id),
    parent: Number(comment.parentId ?? 0),
    author_name: comment.author.name,
    date_gmt: comment.createdAt.slice(0, 19),
    content: { rendered: htmlOf(comment) },
    _links: { ...template._links, ...(repliesTo(comments, comment).length > 0 && { children }) },
  }));
  return (path, parameters) => {
    if (path === '/wp/v2/posts/4') return post;
    if (path !== '/wp/v2/comments') return undefined;
    const found = rows.filter(({ parent }) => (parent === 0) === (parameters.get('parent') === '0'));
    const start = Number(parameters.get('offset') ?? 0);
    return new Reply(found.slice(start, start + Number(parameters.get('per_page'))), {
      headers: { 'x-wp-total': String(found.length) },
    });
  };
}

/** As recorded in `test/adapters/ghost`. */
function ghost(comments) {
  const rowOf = (comment) => ({
    id: comment.id,
    in_reply_to_id: null,
    in_reply_to_snippet: null,
    status: 'published',
    html: htmlOf(comment),
    created_at: comment.createdAt,
    edited_at: null,
    member: { id: `member-${comment.id}`, uuid: `uuid-${comment.id}`, name: comment.author.name, avatar_image: null },
    liked: false,
    replies: [],
    count: { replies: 0, likes: 0 },
  });
  const rows = topLevel(comments).map((comment) => {
    const replies = descendantsOf(comments, comment).map(rowOf);
    return { ...rowOf(comment), replies: replies.slice(0, 3), count: { replies: replies.length, likes: 0 } };
  });
  const answers = {
    '/members/api/member/': new Reply(undefined, { status: 204 }),
    '/members/api/comments/counts/': { [POST]: comments.length },
    [`/members/api/comments/post/${POST}/`]: {
      comments: rows,
      meta: { pagination: { page: 1, limit: 25, pages: 1, total: rows.length, next: null, prev: null } },
    },
  };
  return (path) => answers[path];
}

/** Key of the discussion on the Ghost blog. */
const POST = '6b05955ba6819b5681cf982c';

function waline(comments) {
  const { data, ...envelope } = recorded('waline', 'GET /api/comment?lang=en-US&path=/open/');
  const [{ children, ...template }] = data.data;
  const rowOf = (comment) => ({
    ...template,
    objectId: Number(comment.id),
    nick: comment.author.name,
    comment: htmlOf(comment),
    orig: comment.body.value,
    time: Date.parse(comment.createdAt),
  });
  const rows = topLevel(comments).map((comment) => ({
    ...rowOf(comment),
    children: descendantsOf(comments, comment).map((reply) => ({
      ...children[0],
      ...rowOf(reply),
      pid: Number(reply.parentId),
      rid: Number(comment.id),
    })),
  }));
  const page = { ...envelope, data: { page: 1, totalPages: 1, pageSize: 25, count: comments.length, data: rows } };
  return (path) => (path === '/api/comment' ? page : undefined);
}

function mastodon(comments) {
  const root = recorded('mastodon', `GET /api/v1/statuses/${STATUS}`);
  const context = recorded('mastodon', `GET /api/v1/statuses/${STATUS}/context`);
  const [template] = context.descendants;
  const descendants = comments.map((comment) => ({
    ...template,
    id: `${comment.id}`,
    account: { ...template.account, display_name: comment.author.name },
    content: htmlOf(comment),
    created_at: comment.createdAt,
    replies_count: repliesTo(comments, comment).length,
    in_reply_to_id: comment.parentId ?? STATUS,
  }));
  const answers = {
    [`/api/v1/statuses/${STATUS}`]: root,
    [`/api/v1/statuses/${STATUS}/context`]: { ...context, descendants },
    '/api/v1/instance': recorded('mastodon', 'GET /api/v1/instance'),
  };
  return (path) => answers[path];
}

/** Key of the discussion on the instance. */
const STATUS = '179567099693df18408866bbe20eaf832c05956d1d';

/** As recorded in `test/adapters/bluesky`. */
function bluesky(comments) {
  const cid = 'bafyreif5wgfqf6wq5dtgx6ri72e4gk5pn3wlhcljeu7ututmrgk7b54tbq';
  const reply = { root: { cid, uri: BLUESKY_POST }, parent: { cid, uri: BLUESKY_POST } };
  const counts = { bookmarkCount: 0, replyCount: 0, repostCount: 0, likeCount: 0, quoteCount: 0 };
  const nodeOf = ({ uri, name, text, createdAt, replies }) => ({
    $type: 'app.bsky.feed.defs#threadViewPost',
    post: {
      uri,
      cid,
      author: { did: DID, handle: 'ada.test', displayName: name, labels: [] },
      record: { text, $type: 'app.bsky.feed.post', createdAt, ...(uri !== BLUESKY_POST && { reply }) },
      ...counts,
      replyCount: replies.length,
      indexedAt: createdAt,
      labels: [],
    },
    replies,
    threadContext: {},
  });
  const node = (comment) =>
    nodeOf({
      uri: `at://${DID}/app.bsky.feed.post/${comment.id}`,
      name: comment.author.name,
      text: comment.body.value,
      createdAt: comment.createdAt,
      replies: repliesTo(comments, comment).map(node),
    });
  const { createdAt } = comments[0];
  const replies = topLevel(comments).map(node);
  const thread = nodeOf({ uri: BLUESKY_POST, name: 'Ada', text: 'The ferry pier', createdAt, replies });
  return (path) => (path === '/xrpc/app.bsky.feed.getPostThread' ? { thread } : undefined);
}

const DID = 'did:plc:tu5qyzsog6ix5bzshcyx3smh';
/** Key of the discussion on Bluesky. */
const BLUESKY_POST = `at://${DID}/app.bsky.feed.post/3n33jwjght22t`;

/** A response that is more than JSON with the status 200. */
class Reply {
  constructor(body, { status = 200, headers = {} } = {}) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/**
 * By the value of `backend`: the format of its bodies, the key of the discussion, and `reply`, which takes the comments and returns
 * a function from path and parameters of a request to a body. `file` is appended to `src`. `memory` has no server: its comments are
 * in the page.
 */
const backends = {
  bluesky: { format: 'text', discussion: BLUESKY_POST, reply: bluesky },
  ghost: { format: 'html', discussion: POST, reply: ghost },
  http: { format: 'text', discussion: 'pier', reply: http },
  mastodon: { format: 'html', discussion: STATUS, reply: mastodon },
  memory: { format: 'text', discussion: 'pier' },
  static: {
    format: 'text',
    discussion: 'pier',
    file: '/comments.json',
    reply: (comments) => (path) => (path === '/comments.json' ? { comments } : undefined),
  },
  waline: { format: 'html', discussion: '/open/', reply: waline },
  wordpress: { format: 'html', discussion: '4', reply: wordpress },
};

export const backendNames = Object.keys(backends);

/** The format of the bodies of a backend: `text` or `html`. */
export const formatOf = (backend) => backends[backend].format;

/** The element as publishers paste it. `src` is the path of the backend. */
export function backendMarkup(backend, { src, comments }) {
  const { discussion, file = '', reply } = backends[backend];
  const data = reply ? '' : `<script type="application/json">${JSON.stringify({ comments })}</script>`;
  const address = reply ? ` src="${src}${file}"` : '';
  return `<article-comments backend="${backend}"${address} discussion="${discussion}">${data}</article-comments>`;
}

/** Returns the responses of a backend: from path below `src` and parameters to `{ status, headers, body }`, or undefined. */
export function backendReplies(backend, comments) {
  const reply = backends[backend].reply?.(comments) ?? (() => undefined);
  return (path, parameters) => {
    const found = reply(path, parameters);
    return found === undefined || found instanceof Reply ? found : new Reply(found);
  };
}

/** The same as a handler of requests, for `measureVisit`. */
export function recordedBackend(backend, comments) {
  const reply = backendReplies(backend, comments);
  return (request, response, path) => {
    if (path === '/events') return response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
    const found = reply(path, new URL(request.url, 'http://localhost').searchParams);
    if (!found) return response.writeHead(404).end();
    const { status, headers, body } = found;
    const json = body === undefined ? undefined : JSON.stringify(body);
    return response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(json);
  };
}
