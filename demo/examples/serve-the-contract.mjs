/** A backend for `backend="http"` that stores comments in memory. Replace the Map with a database. */
import cors from '@fastify/cors';
import fastify from 'fastify';
import { jwtVerify } from 'jose';
import { randomUUID } from 'node:crypto';

const posting = { guest: { name: { required: true } }, max: { value: 5000, unit: 'chars' } };
const offers = { sorts: ['oldest', 'newest'] };

const discussions = new Map(); // by key: { comments, results by submitKey }
const find = (key) => discussions.get(key) ?? { comments: [], results: new Map() };

function problem(status, kind, detail, field) {
  return Object.assign(new Error(detail), {
    problem: { type: `urn:article-comments:${kind}`, title: kind, status, detail, field },
  });
}

/** Returns the reader from the token that the publisher's server has signed. Undefined without a token. */
async function readerOf({ authorization = '' }, secret) {
  const [, token] = /^Bearer (.+)$/.exec(authorization) ?? [];
  if (!token) return undefined;
  const key = new TextEncoder().encode(secret);
  const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] }).catch(() => {
    throw problem(401, 'session-expired', 'Please sign in again.');
  });
  return { id: payload.id, name: payload.name, badges: payload.badges };
}

function page({ discussion, sort, limit = 25, cursor, parent = null }) {
  const { comments } = find(discussion);
  const repliesTo = (id) => comments.filter(({ parentId }) => parentId === id);
  const branch = (comment) => [comment, ...repliesTo(comment.id).flatMap(branch)];
  const level = sort === 'newest' ? repliesTo(parent).toReversed() : repliesTo(parent);
  const start = cursor === undefined ? 0 : level.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && start === 0) throw problem(422, 'invalid', 'Invalid cursor.');
  const here = level.slice(start, start + Math.min(Number(limit), 100));
  const next = level.length > start + here.length ? here.at(-1).id : undefined;
  // On a page of replies, `total` is their number.
  return { items: here.flatMap(branch), next, total: parent === null ? comments.length : level.length };
}

function submit({ discussion: { key }, parentId = null, body, submitKey, authorId, guest }, reader) {
  if (authorId !== undefined && authorId !== (reader?.id ?? null))
    throw problem(401, 'session-expired', 'Someone else is signed in by now.');
  const { comments, results } = find(key);
  const earlier = results.get(submitKey);
  if (earlier && earlier.comment.body.value !== body)
    throw problem(409, 'conflict', 'This was already submitted with a different text.');
  if (earlier) return earlier;
  if (!reader && !guest?.name?.trim()) throw problem(422, 'invalid', 'Please enter a name.', 'name');
  if (!body?.trim()) throw problem(422, 'invalid', 'Please write something.', 'body');
  if (body.length > posting.max.value)
    throw problem(413, 'too-long', 'A comment may have up to 5,000 characters.', 'body');
  if (parentId && !comments.some(({ id }) => id === parentId))
    throw problem(409, 'parent-gone', 'That comment no longer exists.');
  const comment = {
    ...{ id: randomUUID(), parentId, createdAt: new Date().toISOString() },
    ...{ author: reader ?? { name: guest.name.trim(), badges: ['guest'] }, body: { format: 'text', value: body } },
  };
  const result = { outcome: 'published', comment };
  discussions.set(key, { comments: [...comments, comment], results: new Map(results).set(submitKey, result) });
  return result;
}

/**
 * @param {{ origins: string[], secret?: string }} options `origins`: the origins of the pages. `secret`: signs the tokens;
 * without it, no token is accepted.
 */
export async function createBackend({ origins, secret = randomUUID() }) {
  const app = fastify({ bodyLimit: 100_000 });
  await app.register(cors, {
    origin: origins,
    credentials: true,
    exposedHeaders: ['Age', 'Date', 'ETag', 'Retry-After'],
  });
  app.setErrorHandler((error, request, reply) => {
    const unexpected =
      error.statusCode < 500 ? problem(422, 'invalid', error.message) : problem(503, 'unavailable', '');
    const { problem: known } = error.problem ? error : unexpected;
    return reply.code(known.status).type('application/problem+json').send(known);
  });
  app.get('/discussion', async ({ query, headers }) => {
    const author = await readerOf(headers, secret);
    const viewer = author ? { state: 'signed-in', author } : { state: 'anonymous' };
    return { discussion: { state: 'open', posting, viewer }, page: page(query), offers };
  });
  app.get('/comments', ({ query }) => page(query));
  app.post('/comments', async ({ body, headers }, reply) =>
    reply.code(201).send(submit(body, await readerOf(headers, secret))),
  );
  return app;
}
